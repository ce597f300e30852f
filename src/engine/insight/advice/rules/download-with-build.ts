import type { AdviceRule, Finding } from '../advice.ts';
import { isCommand } from '../commands.ts';
import { ecosystems, manifestsIn } from '../ecosystems.ts';
import { contextCopies, placeIn, placesOf, mountTargets } from '../facts.ts';
import { listed } from '../listed.ts';

/** `go build` below `COPY . .` and no `go mod download` above: every edit downloads all modules again. */
export const downloadWithBuild: AdviceRule = {
  name: 'download-with-build',
  title: { id: 'advice.download-with-build-title' },
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
        message: { id: 'advice.download-with-build' },
        hint: { id: 'advice.download-with-build-hint', values: { manifests: listed(manifests) } },
        ...(!elsewhere && { edit: { range: { from: at, to: at }, replacement: `COPY ${flags}${manifests.join(' ')} ${dest}\nRUN go mod download\n` } }),
        gain: 'source-edit',
        keepsImage: !of.inImage,
      }];
    });
  },
};
