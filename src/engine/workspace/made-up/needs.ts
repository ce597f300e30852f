/** What a Dockerfile wants of its context and of its own stages: read from the text alone, without resolving an image. */
import { evaluateMounts, expandWord, parse, readInstructions, type Command, type Lookup, type Stage } from '../../dockerfile/index.ts';
import { goClean, hasWildcard } from '../../fs/index.ts';
import { looksLikeFile } from './file-names.ts';

/** A source of a COPY, an ADD or a bind mount that is read from the context. */
export interface Source {
  /** Context path or pattern, cleaned; empty for all of the context. */
  readonly path: string;
  /** Absolute, where it goes; below it where `into`. */
  readonly dest: string;
  readonly into: boolean;
  /** A folder, by the slash behind it. */
  readonly folder: boolean;
  readonly pattern: boolean;
  /** Read from another stage, which had it from the context or made it. */
  readonly indirect?: true;
}

/** A RUN line. */
export interface Run {
  readonly words: string;
  readonly cwd: string;
}

/** A stage with all that the stages below it in its own line did before. */
export interface StageNeeds {
  /** Images and stages that it starts from, lower case; the image is the last. */
  readonly bases: readonly string[];
  /** Sources and commands in order. */
  readonly does: readonly (Source | Run)[];
  /** CMD and ENTRYPOINT. */
  readonly starts: string;
  /** Absolute paths that other stages read here. */
  readonly taken: readonly string[];
  /** Ids of secrets that are mounted. */
  readonly secrets: readonly string[];
}

type Draft = { bases: string[]; does: (Source | Run)[]; starts: string; taken: string[]; secrets: string[]; cwd: string; env: Map<string, string> };

const platform: readonly (readonly [string, string])[] = (['TARGET', 'BUILD'] as const).flatMap((side) => [
  [`${side}PLATFORM`, 'linux/amd64'],
  [`${side}OS`, 'linux'],
  [`${side}ARCH`, 'amd64'],
  [`${side}VARIANT`, ''],
]);

/** Its stages in file order; none where the text is no Dockerfile. */
export function needsOf(dockerfile: string, buildArgs: Readonly<Record<string, string>> = {}): readonly StageNeeds[] {
  const read = readInstructions(parse(dockerfile));
  if (!read.ok) return [];
  const args = new Map(Object.entries(buildArgs));
  const globals = new Map(platform);
  for (const { args: words } of read.metaArgs) for (const { key, value } of words) globals.set(key, args.get(key) ?? expanded(value ?? '', (name) => globals.get(name)));
  const drafts: Draft[] = [];
  const byName = new Map<string, Draft>();
  for (const stage of read.stages) {
    const draft = began(stage, byName, globals);
    for (const command of stage.commands) follow(command, { draft, drafts, byName, globals, args });
    drafts.push(draft);
    if (stage.name !== '') byName.set(stage.name, draft);
  }
  return drafts;
}

function began(stage: Stage, byName: ReadonlyMap<string, Draft>, globals: ReadonlyMap<string, string>): Draft {
  const base = expanded(stage.base, (name) => globals.get(name));
  const parent = byName.get(base.toLowerCase());
  return {
    bases: [base.toLowerCase(), ...(parent?.bases ?? [])],
    does: [...(parent?.does ?? [])],
    starts: parent?.starts ?? '',
    taken: [],
    secrets: [],
    cwd: parent?.cwd ?? '/',
    env: new Map(parent?.env),
  };
}

interface Reading {
  readonly draft: Draft;
  readonly drafts: readonly Draft[];
  readonly byName: ReadonlyMap<string, Draft>;
  readonly globals: ReadonlyMap<string, string>;
  readonly args: ReadonlyMap<string, string>;
}

function follow(command: Command, { draft, drafts, byName, globals, args }: Reading): void {
  const lookup: Lookup = (name) => draft.env.get(name);
  const read = (from: string, paths: readonly string[], dest: string) => {
    const stage = byName.get(from.toLowerCase()) ?? drafts[Number(from)];
    stage?.taken.push(...paths);
    for (const path of paths) draft.does.push(...(stage?.does ?? []).flatMap((source) => ('dest' in source ? through(source, path, resolved(draft.cwd, dest)) : [])));
  };
  switch (command.type) {
    case 'ARG':
      for (const { key, value } of command.args) draft.env.set(key, args.get(key) ?? (value === undefined ? (globals.get(key) ?? '') : expanded(value, lookup)));
      return;
    case 'ENV':
      for (const { key, value } of command.pairs) draft.env.set(key, expanded(value, lookup));
      return;
    case 'WORKDIR':
      draft.cwd = resolved(draft.cwd, expanded(command.path, lookup));
      return;
    case 'CMD':
    case 'ENTRYPOINT':
      draft.starts += ` ${(command.cmdline ?? []).join(' ')}`;
      return;
    case 'COPY':
    case 'ADD': {
      const sources = command.sources.map((source) => expanded(source, lookup));
      const dest = expanded(command.dest, lookup);
      if (command.type === 'COPY' && command.from !== '') read(expanded(command.from, lookup), sources.map((path) => resolved('/', path)), dest);
      else draft.does.push(...sources.filter((source) => command.type === 'COPY' || !remote.test(source)).map((path) => sourceOf(path, dest, draft.cwd, sources.length > 1)));
      return;
    }
    case 'RUN': {
      const mounts = evaluateMounts(command.mounts, (word) => ({ ok: true, word: expanded(word, lookup) }));
      for (const { type, from, source, target, id } of mounts.ok ? mounts.mounts : []) {
        if (type === 'secret') draft.secrets.push(id !== '' ? id : (target.split('/').at(-1) ?? ''));
        if (type !== 'bind') continue;
        if (from === '') draft.does.push(sourceOf(source, target, draft.cwd, false));
        else read(from, [resolved('/', source)], target);
      }
      const words = [...(command.cmdline ?? []), ...command.files.map(({ data }) => data)].join(command.shellForm ? '\n' : ' ');
      draft.does.push({ words: words.replace(/\\\r?\n/g, ' ').replace(/\$\{?(\w+)\}?/g, (as, name: string) => lookup(name) ?? as), cwd: draft.cwd });
      return;
    }
  }
}

/** What ADD fetches instead of reading the context. */
const remote = /^(?:https?:\/\/|git@|git:\/\/|ssh:\/\/)/;

function sourceOf(path: string, dest: string, cwd: string, several: boolean): Source {
  const clean = goClean(path).replace(/^\/+/, '').replace(/^(?:\.\.\/)+/, '');
  return {
    path: clean === '.' || clean === '..' ? '' : clean,
    dest: resolved(cwd, dest),
    into: several || dest.endsWith('/') || dest === '.' || dest.endsWith('/.'),
    folder: path.endsWith('/') || path.endsWith('/.') || clean === '.',
    pattern: hasWildcard(clean),
  };
}

/** What a stage has of the context at a path that another one reads. */
function through({ path, dest, into, pattern }: Source, read: string, to: string): readonly Source[] {
  if (pattern || (into && looksLikeFile(path))) return [];
  if (read !== dest && !read.startsWith(dest === '/' ? '/' : `${dest}/`)) return [];
  const rest = read.slice(dest.length).replace(/^\//, '');
  return [{ path: [path, rest].filter((part) => part !== '').join('/'), dest: to, into: false, folder: rest === '', pattern: hasWildcard(rest), indirect: true }];
}

/** Absolute and clean. */
export const resolved = (cwd: string, path: string): string => goClean(path.startsWith('/') ? path : `${cwd}/${path}`);

function expanded(word: string, lookup: Lookup): string {
  const result = expandWord(word, lookup);
  return result.ok ? result.word : word;
}
