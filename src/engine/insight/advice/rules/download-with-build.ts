import type { AdviceRule, Finding } from '../advice.ts';
import { isCommand } from '../commands.ts';
import { ecosystems, manifestsIn } from '../ecosystems.ts';
import { contextCopies, placeIn, placesOf, mountTargets } from '../facts.ts';

/** `go build` below `COPY . .` and no `go mod download` above: every edit downloads all modules again. */
export const downloadWithBuild: AdviceRule = {
  name: 'download-with-build',
  title: 'Download modules in a step of their own',
  find(facts) {
    const go = ecosystems.find(({ name }) => name === 'go');
    const manifests = go ? manifestsIn(facts.sent, go) : [];
    return facts.stages.flatMap((of): Finding[] => {
      const build = of.runs.find(({ commands }) => commands.some((command) => isCommand(command, /^go$/, 'build', 'install', 'test')));
      const above = build && contextCopies(of).findLast(({ at, all }) => all && at < build.at);
      if (!above || manifests.length === 0) return [];
      if (of.runs.some(({ commands }) => commands.some((command) => go?.installs(command))) || mountTargets(build.run, 'cache').some((target) => target.startsWith('/go'))) return [];
      const { copy } = above;
      const flags = placesOf(facts, copy).flags.map(({ range }) => `${facts.text.slice(range.from, range.to)} `).join('');
      const dest = copy.dest.endsWith('/') ? copy.dest : `${copy.dest}/`;
      const at = copy.range.from;
      const elsewhere = of.stage.commands.slice(above.at + 1, build.at).some(({ type }) => type === 'WORKDIR');
      return [{
        range: placeIn(facts, build.run.range, /\bgo\s+(?:build|install|test)\b/),
        lines: [build.run.lines],
        message: 'The modules are downloaded by the same step that compiles, so every edit downloads them again.',
        hint: `Copy ${manifests.map((name) => `\`${name}\``).join(' and ')} above \`COPY . .\` and run \`go mod download\` there.`,
        ...(!elsewhere && { edit: { range: { from: at, to: at }, replacement: `COPY ${flags}${manifests.join(' ')} ${dest}\nRUN go mod download\n` } }),
        gain: 'source-edit',
        keepsImage: !of.inImage,
      }];
    });
  },
};
