/** COPY and ADD (BuildKit `convert_copy.go`). */
import { copyIgnoredFile } from '../../dockerfile/checks/copy-ignored-file.ts';
import type { Linter } from '../../dockerfile/checks/index.ts';
import type { AddCommand, CopyCommand } from '../../dockerfile/index.ts';
import type { Matcher } from '../../context/index.ts';
import type { Conversion } from '../conversion.ts';
import { addHistory } from '../draft-image.ts';
import { gitState, httpState } from '../llb/source.ts';
import { newState, type State } from '../llb/state.ts';
import { isGitSource, isHttpSource, mergeGitFlags } from './remote-source.ts';
import { parseGitRef } from '../git-ref.ts';
import { displayText, upperCaseCommand } from '../names.ts';
import type { CopyAction } from '../op.ts';
import { goBase, goClean, goJoin, isAbsolute, normalizePath, withoutDrive } from '../paths.ts';
import type { StepRead } from '../plan.ts';
import type { StageState } from '../stages/stage-state.ts';
import { digestError } from '../../image/reference.ts';
import { parseUrl } from '../url.ts';
import { parseChmod } from './chmod.ts';
import { fileState, parseOwner, type PendingAction } from './file-vertex.ts';
import { mergeState } from './merge-vertex.ts';
import { addStep, nameStep, readOf, sameStep } from './step.ts';

/** What an expanded COPY or ADD reads from. */
export interface CopySource {
  readonly state: State;
  /** The stage or image of --from. */
  readonly stage?: StageState;
}

/** Adds the operations of a COPY or ADD to its stage; the answer is BuildKit's text where it refuses. */
export function dispatchCopy(conversion: Conversion, state: StageState, command: AddCommand | CopyCommand, source: CopySource, onBuild: boolean, lint: Linter): string | undefined {
  const os = state.platform?.os ?? '';
  const dest = destination(state.state.dir, command.dest, os);
  if ('error' in dest) return dest.error;
  const chmod = parseChmod(command.chmod);
  if ('error' in chmod) return chmod.error;
  const checksum = command.type === 'ADD' ? command.checksum : '';
  if (checksum !== '') {
    const [only] = command.sources;
    if (command.sources.length !== 1 || only === undefined) return "checksum can't be specified for multiple sources";
    if (!isHttpSource(only) && !isGitSource(only)) return 'checksum requires HTTP(S) or Git sources';
  }

  const { env } = state.state;
  const text = upperCaseCommand(displayText(command.code, (name) => env.get(name), conversion.escape));
  const name = nameStep(conversion, state, text, state.platform, env, onBuild);
  const shared = { ...chmod.mode, ...(command.exclude.length > 0 && { excludePatterns: command.exclude }), createDestPath: true, timestamp: -1 };
  const owner = command.chown === '' ? undefined : parseOwner(command.chown);
  const actions: PendingAction[] = [];
  const add = (from: State, src: string, more: Partial<CopyAction>) => actions.push({ kind: 'copy', from, copy: { src, dest: dest.path, ...shared, ...more }, ...(owner && { owner }) });
  const reads = new ReadList(source);
  // The id is needed by remote sources before the step is noted.
  const step = `${state.index}.${state.steps.length + 1}`;

  let flags = { keepGitDir: command.type === 'ADD' ? command.keepGitDir : undefined, checksum };
  for (const path of command.sources) {
    const git = parseGitRef(path);
    if (git && 'error' in git) return git.error;
    if (git) {
      if (command.type === 'COPY') return "source can't be a git ref for COPY";
      const merged = mergeGitFlags(git, flags);
      if (typeof merged === 'string') return merged;
      flags = merged;
      const options = { ...git, keepGitDir: flags.keepGitDir === true, checksum: flags.checksum, skipSubmodules: git.submodules === false, mtime: '' };
      add(gitState(options, { name, step }), '/', {});
      reads.remote(path);
    } else if (isHttpSource(path)) {
      if (command.type === 'COPY') return "source can't be a URL for COPY";
      const wrong = flags.checksum === '' ? undefined : digestError(flags.checksum);
      if (wrong !== undefined) return wrong;
      const base = goBase(parseUrl(path)?.path ?? '');
      const filename = base === '.' || base === '/' ? '__unnamed__' : base;
      add(httpState(path, filename, flags.checksum, { name, command: '', step }), filename, command.unpack ? { attemptUnpackDockerCompatibility: true } : {});
      reads.remote(path);
    } else {
      reportIgnored(command, path, source.stage ? undefined : conversion.ignore, lint);
      const local = localSource(command, path, os);
      if ('error' in local) return local.error;
      const unpack = command.type === 'ADD' && (command.unpack ?? true);
      const fixed = { followSymlink: true, dirCopyContents: true, allowWildcard: true, allowEmptyWildcard: true };
      add(source.state, local.src, { ...fixed, ...(unpack && { attemptUnpackDockerCompatibility: true }), ...local.patterns });
      reads.path(path);
    }
  }
  for (const content of command.contents) {
    const file = withoutDrive(content.path, os, false);
    if ('error' in file) return `removing drive letter: ${file.error}`;
    const document = fileState(newState(), [{ kind: 'mkfile', mkfile: { path: file.path, mode: 0o644, ...(content.data !== '' && { text: content.data }), timestamp: -1 } }], { name: '[internal] preparing inline document' });
    add(document, file.path, {});
  }

  addStep(state, { keyword: command.type, text: (onBuild ? 'ONBUILD ' : '') + text, lines: command.lines, reads: reads.all() });
  const meta = { name, lines: command.lines, step, ...(state.ignoreCache && { ignoreCache: true }) };
  if (command.link && command.chmod === '') {
    const group = { id: conversion.nextGroup(), name };
    const alone = fileState(newState(), actions, { ...meta, group: { ...group, weak: true } });
    const linked = sameStep(conversion, state, `LINK ${text}`, state.platform, env, onBuild);
    state.state = mergeState(state.state, alone, { ...meta, name: linked, group: { ...group, weak: false } });
  } else state.state = fileState(state.state, actions, meta);
  addHistory(state.image, `${historyText(command)} # buildkit`, true, conversion.created);
  return undefined;
}

function historyText(command: AddCommand | CopyCommand): string {
  return [
    command.type,
    ...(command.type === 'COPY' && command.parents ? ['--parents'] : []),
    ...(command.chown === '' ? [] : [`--chown=${command.chown}`]),
    ...(command.chmod === '' ? [] : [`--chmod=${command.chmod}`]),
    ...command.sources,
    ...command.contents.map(({ path }) => `<<${path}`),
    command.dest,
  ].join(' ');
}

/** Destination seen from the working directory; a slash or `/.` at its end is kept. */
function destination(dir: string, text: string, os: string): { readonly path: string } | { readonly error: string } {
  const bare = withoutDrive(text, os, true);
  if ('error' in bare) return { error: `removing drive letter: ${bare.error}` };
  if (isAbsolute(bare.path, os)) return normalizePath('/', bare.path, os, true);
  return normalizePath(dir, bare.path === '.' || bare.path === '' ? './' : bare.path, os, true);
}

interface LocalSource {
  readonly src: string;
  readonly patterns: Pick<CopyAction, 'includePatterns' | 'requiredPaths'>;
}

/** Path of a source; with --parents, the root of the copy and the pattern of what is below it. */
function localSource(command: AddCommand | CopyCommand, path: string, os: string): LocalSource | { readonly error: string } {
  if (command.type !== 'COPY' || !command.parents) return withoutPatterns(path, os);
  const pivot = path.indexOf('/./');
  const root = pivot < 0 ? '/' : path.slice(0, pivot);
  const pattern = normalizePath('/', pivot < 0 ? path : path.slice(pivot + 3), os, false);
  if ('error' in pattern) return { error: `removing drive letter: ${pattern.error}` };
  const src = withoutPatterns(root, os);
  if ('error' in src) return src;
  const includePatterns = [pattern.path.replace(/^\//, '')];
  if (hasWildcards(root) || hasWildcards(pattern.path)) return { ...src, patterns: { includePatterns } };
  const required = normalizePath('/', goJoin(root, pattern.path), os, false);
  if ('error' in required) return { error: `removing drive letter: ${required.error}` };
  return { ...src, patterns: { includePatterns, requiredPaths: [required.path] } };
}

function withoutPatterns(path: string, os: string): LocalSource | { readonly error: string } {
  const src = normalizePath('/', path, os, false);
  return 'error' in src ? { error: `removing drive letter: ${src.error}` } : { src: src.path, patterns: {} };
}

function hasWildcards(path: string): boolean {
  return /[*?[]/.test(path.replace(/\\[\s\S]?/g, ''));
}

/** CopyIgnoredFile; exceptions make it too hard to say, so there it is silent (`validateCopySourcePath`). */
function reportIgnored(command: AddCommand | CopyCommand, path: string, ignore: Matcher | undefined, lint: Linter): void {
  if (!ignore || ignore.hasExceptions) return;
  const clean = goClean(path);
  if ((clean === '.' || clean === '/') && !ignore.patterns.some((pattern) => pattern === '*' || pattern === '**' || pattern === '**/*')) return;
  if (matchesAbsolute(ignore, clean)) lint.report(copyIgnoredFile, command, command.type === 'ADD' ? 'Add' : 'Copy', clean);
}

/** Upstream takes nothing and `/` for the parents of `/a`, and tests those too; without exceptions the order does not matter. */
function matchesAbsolute(ignore: Matcher, path: string): boolean {
  return ignore.matches(path) || (path.startsWith('/') && (ignore.matches('') || (path.lastIndexOf('/') === 0 && ignore.matches('/'))));
}

/** Collects what the step reads. */
class ReadList {
  readonly #source: CopySource;
  readonly #paths: string[] = [];
  readonly #remotes: StepRead[] = [];

  constructor(source: CopySource) {
    this.#source = source;
  }

  remote(url: string): void {
    this.#remotes.push({ kind: 'remote', url });
  }

  path(path: string): void {
    this.#paths.push(goJoin('/', path));
  }

  all(): readonly StepRead[] {
    const { stage } = this.#source;
    if (this.#paths.length === 0) return this.#remotes;
    const local: StepRead = stage ? { kind: 'copy', ...readOf(stage), paths: this.#paths } : { kind: 'context', paths: this.#paths, mount: false };
    return [local, ...this.#remotes];
  }
}
