/** Sources of a COPY or ADD → copy actions, and what they read: paths, addresses and inline files (BuildKit `dispatchCopy`). */
import { copyIgnoredFile } from '../../dockerfile/checks/copy-ignored-file.ts';
import type { Linter } from '../../dockerfile/checks/index.ts';
import type { AddCommand, CopyCommand, SourceContent } from '../../dockerfile/index.ts';
import type { Matcher } from '../../context/index.ts';
import { digestError } from '../../image/reference.ts';
import { parseGitRef, type GitRef } from '../git-ref.ts';
import { gitState, httpState } from '../llb/source.ts';
import { newState, type State } from '../llb/state.ts';
import type { CopyAction } from '../op.ts';
import { goBase, goClean, goJoin, normalizePath, withoutDrive } from '../paths.ts';
import type { StepRead } from '../plan.ts';
import type { StageState } from '../stages/stage-state.ts';
import { parseUrl } from '../url.ts';
import type { ChmodMode } from './chmod.ts';
import { fileState, type OwnerName, type PendingAction } from './file-vertex.ts';
import { isHttpSource, mergeGitFlags, type GitFlags } from './remote-source.ts';
import { readOf } from './step.ts';

/** What an expanded COPY or ADD reads from. */
export interface CopySource {
  readonly state: State;
  /** The stage or image of --from. */
  readonly stage?: StageState;
}

/** What all sources of one instruction share. */
export interface CopyTerms {
  readonly command: AddCommand | CopyCommand;
  readonly source: CopySource;
  readonly dest: string;
  readonly chmod: ChmodMode;
  readonly owner: OwnerName | undefined;
  /** System of the platform. */
  readonly os: string;
  /** Of the step, which remote sources have too. */
  readonly name: string;
  readonly step: string;
  /** Of the main context. */
  readonly ignore: Matcher | undefined;
  readonly lint: Linter;
}

export interface CopyActions {
  readonly actions: readonly PendingAction[];
  readonly reads: readonly StepRead[];
}

/** All sources in order, inline files last; the answer is BuildKit's text where it refuses one. */
export function sourceActions(terms: CopyTerms): CopyActions | string {
  const { command, source } = terms;
  const actions: PendingAction[] = [];
  const paths: string[] = [];
  const remotes: StepRead[] = [];
  let flags: GitFlags = command.type === 'ADD' ? { keepGitDir: command.keepGitDir, checksum: command.checksum } : { keepGitDir: undefined, checksum: '' };
  for (const text of command.sources) {
    const git = parseGitRef(text);
    if (git && 'error' in git) return git.error;
    const merged = git ? mergeGitFlags(git, flags) : flags;
    if (git && command.type === 'COPY') return "source can't be a git ref for COPY";
    if (typeof merged === 'string') return merged;
    flags = merged;
    const remote = git !== undefined || isHttpSource(text);
    const action = git ? gitAction(terms, git, flags) : remote ? httpAction(terms, text, flags.checksum) : pathAction(terms, text);
    if (typeof action === 'string') return action;
    actions.push(action);
    if (remote) remotes.push({ kind: 'remote', url: text });
    else paths.push(goJoin('/', text));
  }
  for (const content of command.contents) {
    const action = contentAction(terms, content);
    if (typeof action === 'string') return action;
    actions.push(action);
  }
  return { actions, reads: paths.length === 0 ? remotes : [localRead(source, paths), ...remotes] };
}

function localRead({ stage }: CopySource, paths: readonly string[]): StepRead {
  return stage ? { kind: 'copy', ...readOf(stage), paths } : { kind: 'context', paths, mount: false };
}

function copyAction({ command, dest, chmod, owner }: CopyTerms, from: State, src: string, more: Partial<CopyAction> = {}): PendingAction {
  const exclude = command.exclude.length > 0 && { excludePatterns: command.exclude };
  return { kind: 'copy', from, copy: { src, dest, ...chmod, ...exclude, createDestPath: true, timestamp: -1, ...more }, ...(owner && { owner }) };
}

function gitAction(terms: CopyTerms, git: GitRef, { keepGitDir, checksum }: GitFlags): PendingAction {
  const options = { ...git, keepGitDir: keepGitDir === true, checksum, skipSubmodules: git.submodules === false, mtime: '' };
  return copyAction(terms, gitState(options, { name: terms.name, step: terms.step }), '/');
}

function httpAction(terms: CopyTerms, url: string, checksum: string): PendingAction | string {
  const { command, name, step } = terms;
  if (command.type === 'COPY') return "source can't be a URL for COPY";
  const wrong = checksum === '' ? undefined : digestError(checksum);
  if (wrong !== undefined) return wrong;
  const base = goBase(parseUrl(url)?.path ?? '');
  const filename = base === '.' || base === '/' ? '__unnamed__' : base;
  return copyAction(terms, httpState(url, filename, checksum, { name, command: '', step }), filename, command.unpack ? { attemptUnpackDockerCompatibility: true } : {});
}

function pathAction(terms: CopyTerms, path: string): PendingAction | string {
  const { command, source, os } = terms;
  if (!source.stage) reportIgnored(terms, path);
  const local = localSource(command, path, os);
  if ('error' in local) return local.error;
  const unpack = command.type === 'ADD' && (command.unpack ?? true);
  const fixed = { followSymlink: true, dirCopyContents: true, allowWildcard: true, allowEmptyWildcard: true };
  return copyAction(terms, source.state, local.src, { ...fixed, ...(unpack && { attemptUnpackDockerCompatibility: true }), ...local.patterns });
}

function contentAction(terms: CopyTerms, content: SourceContent): PendingAction | string {
  const file = withoutDrive(content.path, terms.os, false);
  if ('error' in file) return `removing drive letter: ${file.error}`;
  const mkfile = { path: file.path, mode: 0o644, ...(content.data !== '' && { text: content.data }), timestamp: -1 };
  return copyAction(terms, fileState(newState(), [{ kind: 'mkfile', mkfile }], { name: '[internal] preparing inline document' }), file.path);
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
function reportIgnored({ command, ignore, lint }: CopyTerms, path: string): void {
  if (!ignore || ignore.hasExceptions) return;
  const clean = goClean(path);
  if ((clean === '.' || clean === '/') && !ignore.patterns.some((pattern) => pattern === '*' || pattern === '**' || pattern === '**/*')) return;
  if (matchesAbsolute(ignore, clean)) lint.report(copyIgnoredFile, command, command.type === 'ADD' ? 'Add' : 'Copy', clean);
}

/** Upstream takes nothing and `/` for the parents of `/a`, and tests those too; without exceptions the order does not matter. */
function matchesAbsolute(ignore: Matcher, path: string): boolean {
  return ignore.matches(path) || (path.startsWith('/') && (ignore.matches('') || (path.lastIndexOf('/') === 0 && ignore.matches('/'))));
}
