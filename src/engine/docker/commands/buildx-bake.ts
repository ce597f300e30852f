import type { Command } from '../cli/command.ts';
import { readDefinition, type BakeFile } from '../bake/definition.ts';
import { overridden, resolveTargets, shownTarget, targetSettings } from '../bake/targets.ts';
import { builderName, driverName } from '../build/builders.ts';
import { callBuild, readCall } from '../build/call.ts';
import { progressModes, runBuild, type ProgressMode } from '../build/run.ts';
import { toJson, type Value } from '../format/value.ts';
import { isProblem, type Session } from '../session.ts';
import { formatBytes } from '../../solver/progress/format.ts';
import { sourceExcerpt } from '../../solver/progress/error-text.ts';
import { utf8Length } from '../../source/utf8.ts';

/** `docker buildx bake`. */
export const buildxBakeCommand: Command = {
  paths: ['buildx bake', 'bake'],
  nicknames: ['buildx f'],
  use: '[OPTIONS] [TARGET...]',
  about: 'Build from a file',
  aliases: ['docker buildx bake', 'docker buildx f'],
  flags: `
      --allow stringArray      Allow build to access specified resources
      --builder string         Override the configured builder instance
      --call string            Set method for evaluating build ("check", "outline", "targets") (default "build")
      --check                  Shorthand for "--call=check"
  -D, --debug                  Enable debug logging
  -f, --file stringArray       Build definition file
      --list string            List targets or variables
      --load                   Shorthand for "--set=*.output=type=docker". Conditional.
      --metadata-file string   Write build result metadata to a file
      --no-cache               Do not use cache when building the image
      --print                  Print the options without building
      --progress string        Set type of progress output ("auto", "none",  "plain", "quiet", "rawjson", "tty"). Use plain to show container output (default "auto")
      --provenance string      Shorthand for "--set=*.attest=type=provenance"
      --pull                   Always attempt to pull all referenced images
      --push                   Shorthand for "--set=*.output=type=registry". Conditional.
      --sbom string            Shorthand for "--set=*.attest=type=sbom"
      --set stringArray        Override target value (e.g., "targetpattern.key=value")
`,
  takes: {},
  run({ flags, args, session }) {
    const progress = flags.text('progress') ?? 'auto';
    if (!progressModes.includes(progress)) return session.err(`ERROR: invalid progress mode ${progress}\n`);
    const given = flags.list('file');
    const prints = flags.on('print') || flags.given('list');
    if (!prints) session.err(`#0 building with "${builderName(session.machine)}" instance using ${driverName(session.machine)} driver\n\n`);
    const files: BakeFile[] = [];
    const lines: string[] = [];
    for (const name of given.length > 0 ? given : defaults) {
      const text = session.text(session.path(name));
      if (isProblem(text)) {
        if (given.length === 0) continue;
        session.err(`#1 [internal] load local bake definitions\n#1 reading ${name} done\n#1 DONE 0.0s\n`);
        return session.err(`ERROR: open ${name}: ${text.error}\n`);
      }
      const bytes = formatBytes(utf8Length(text));
      lines.push(`#1 reading ${name} ${bytes} / ${bytes} done\n`);
      files.push({ name, text });
    }
    session.err(`#1 [internal] load local bake definitions\n${lines.join('')}#1 DONE 0.0s\n`);
    if (files.length === 0) return session.err("ERROR: couldn't find a bake definition\n");
    const definition = readDefinition(files, (name) => session.variable(name));
    if ('error' in definition) {
      const file = files.find(({ name }) => name === definition.file);
      if (file && definition.line !== undefined) session.err(sourceExcerpt(file.name, file.text, [{ first: definition.line, last: definition.line }]));
      return session.err(`ERROR: ${definition.error}\n`);
    }
    const list = flags.text('list');
    if (list !== undefined) return listed(session, definition, list);
    const names = args.length > 0 ? args : ['default'];
    const found = resolveTargets(definition, names);
    if ('error' in found) return session.err(`ERROR: ${found.error}\n`);
    const sets = [
      ...(flags.on('no-cache') ? ['*.no-cache=true'] : []), ...(flags.on('pull') ? ['*.pull=true'] : []), ...(flags.on('push') ? ['*.push=true'] : []), ...(flags.on('load') ? ['*.load=true'] : []), ...flags.list('set'),
    ];
    const targets = found.map((name) => [name, overridden(name, definition.targets.get(name) ?? {}, sets)] as const);
    const wrong = targets.find(([, target]) => 'wrong' in target);
    if (wrong) return session.err(`ERROR: ${String((wrong[1] as { readonly wrong: string }).wrong)}\n`);
    if (flags.on('print')) {
      const asked = [...definition.groups].filter(([name]) => names.includes(name)).map(([name, group]) => [name, group.targets] as const);
      const byDefault = names.length === 1 && names[0] === 'default';
      const groups = new Map([...asked, ['default', byDefault ? (definition.groups.get('default')?.targets ?? ['default']) : names] as const]);
      const value: Value = {
        group: Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, members]) => [name, { targets: members }])),
        target: Object.fromEntries([...targets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, target]) => [name, shownTarget(target as never) as Value])),
      };
      session.out(`${toJson(value, true, '  ')}\n`);
      return 0;
    }
    const call = flags.on('check') ? { method: 'check', json: false } : readCall(flags.text('call') ?? 'build');
    const metadataFile = flags.text('metadata-file');
    let after = 1;
    for (const [name, target] of targets) {
      const settings = targetSettings(target as never);
      const code = call ? callBuild(session, settings, call.method, call.json, { name, after }) : runBuild(session, settings, { progress: progress as ProgressMode, quiet: false, after, ...(metadataFile !== undefined && { metadataFile }) }).code;
      if (code !== 0) return code;
      after += call ? 0 : (session.state.builds.at(-1)?.record.vertices.filter(({ started }) => started !== undefined).length ?? 0);
    }
    return 0;
  },
};

/** Where definitions are looked for; several targets are built one after the other here, each with a log of its own. */
const defaults = ['docker-bake.json', 'docker-bake.hcl', 'docker-bake.override.json', 'docker-bake.override.hcl'];

function listed(session: Session, { targets, groups, variables }: Exclude<ReturnType<typeof readDefinition>, { error: string }>, what: string): number {
  const kind = /^(?:type=)?(\w+)/.exec(what)?.[1];
  if (kind === 'variables') session.out(`VARIABLE\tTYPE\tVALUE\tDESCRIPTION\n${variables.map(({ name, value, description }) => `${name}\t\t${value}\t${description}\n`).join('')}`);
  else if (kind === 'targets') {
    const rows = [...[...groups].map(([name, group]) => [name, group.description === '' ? group.targets.join(', ') : group.description] as const), ...[...targets].map(([name, target]) => [name, String(target['description'] ?? '')] as const)];
    session.out(`TARGET\tDESCRIPTION\n${rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, about]) => `${name}\t${about}\n`).join('')}`);
  } else return session.err(`ERROR: invalid list type ${kind ?? ''}\n`);
  return 0;
}
