/** The state that a log leads to, and the one step from a state to the next: a pure function of state and action. */
import { emptyDir, file, described, get, put, remove, symlink, withMeta } from '../fs/index.ts';
import type { DirNode, FileNode, Node } from '../fs/node.ts';
import type { BuildOptions } from '../graph/plan.ts';
import type { ResolveImage } from '../image/base.ts';
import { resolverAt } from '../registry/index.ts';
import { build, type BuildResult } from '../solver/build.ts';
import { emptyStore, type CacheStore } from '../solver/cache-store.ts';
import type { Action } from './action.ts';
import { findDockerfile } from './find-dockerfile.ts';
import { importedContext, type ImportAction } from './import.ts';
import { pathProblem } from './path.ts';
import type { Scenario, ScenarioFile } from './scenario.ts';

/** A build of the history, with the context as it lay on the disk. */
export interface Built extends BuildResult {
  readonly context: DirNode;
}

export interface State {
  readonly context: DirNode;
  /** Virtual milliseconds since 1970. */
  readonly now: number;
  readonly store: CacheStore;
  /** What builds are asked for. */
  readonly options: BuildOptions;
  readonly builds: readonly Built[];
  /** The context at the last build, or at the scenario's start: what changes are counted against. */
  readonly baseline: DirNode;
  /** Where the context was brought in over the scenario's: its name, and the options that builds of it begin with. */
  readonly imported?: { readonly name: string; readonly options: BuildOptions };
}

/** Between two actions a virtual second passes, so that files of different actions never share a modification time. */
const tick = 1_000;

export function initialState(scenario: Scenario): State {
  const made = Object.entries(scenario.files).reduce((root, [path, spec]) => put(root, path, nodeOf(path, spec, scenario.begins)), emptyDir({ mtime: scenario.begins }));
  return { context: made, now: scenario.begins, store: emptyStore, options: scenario.options, builds: [], baseline: made };
}

function nodeOf(path: string, spec: ScenarioFile, mtime: number): Node {
  if (spec.target !== undefined) return symlink(spec.target, { mtime });
  const meta = { mtime, mode: spec.mode ?? 0o644 };
  return spec.text !== undefined ? file(spec.text, meta) : described(spec.size ?? 0, spec.seed ?? path, meta);
}

export type Reduced = { readonly ok: true; readonly state: State } | { readonly ok: false; readonly message: string };

/** State and action → the next state, or a sentence about why the action cannot be done; never an exception for any path or text. */
export function reduce(state: State, action: Action, scenario: Scenario, resolve: ResolveImage): Reduced {
  const now = state.now + tick;
  if (action.type === 'build') return { ok: true, state: built({ ...state, now }, scenario, resolve) };
  if (action.type === 'options') return { ok: true, state: { ...state, now, options: { ...(state.imported?.options ?? scenario.options), ...action.options } } };
  if (action.type === 'wait') return { ok: true, state: { ...state, now: state.now + Math.max(0, action.duration) } };
  if (action.type === 'prune') return { ok: true, state: { ...state, now, store: emptyStore } };
  if (action.type === 'import') return opened(state, action, now);
  const problem = pathProblem(action.path) ?? ('to' in action ? pathProblem(action.to) : undefined);
  if (problem) return { ok: false, message: problem };
  const context = edited(state.context, action, now);
  return typeof context === 'string' ? { ok: false, message: context } : { ok: true, state: { ...state, context, now } };
}

/** Another project: no builds, an empty cache, and the Dockerfile where the files have one. */
function opened(state: State, action: ImportAction, now: number): Reduced {
  const context = importedContext(action, now);
  if (typeof context === 'string') return { ok: false, message: context };
  const file = findDockerfile(action.files.filter((entry) => entry.dir === undefined).map((entry) => entry.path)) ?? 'Dockerfile';
  const { platforms } = state.options;
  const options: BuildOptions = { file, ...(platforms === undefined ? {} : { platforms }) };
  return { ok: true, state: { context, now, store: emptyStore, options, builds: [], baseline: context, imported: { name: action.name, options } } };
}

type Edit = Exclude<Action, { type: 'import' | 'build' | 'options' | 'wait' | 'prune' }>;

function edited(root: DirNode, action: Edit, now: number): DirNode | string {
  const there = get(root, action.path);
  if (action.type === 'write' || action.type === 'mkdir' || action.type === 'symlink') {
    const blocked = fileInTheWay(root, action.path);
    if (blocked) return `${blocked} is a file, so nothing can be put below it.`;
  }
  switch (action.type) {
    case 'write': {
      if (there && there.type !== 'file') return `${action.path} is not a file.`;
      return put(root, action.path, file(action.text, { mtime: now, mode: there?.mode ?? 0o644 }));
    }
    case 'mkdir':
      return there ? `${action.path} exists already.` : put(root, action.path, emptyDir({ mtime: now }));
    case 'symlink':
      return there ? `${action.path} exists already.` : put(root, action.path, symlink(action.target, { mtime: now }));
    default:
      if (!there) return `There is no ${action.path}.`;
  }
  switch (action.type) {
    case 'delete':
      return remove(root, action.path);
    case 'rename': {
      if (get(root, action.to)) return `${action.to} exists already.`;
      if (action.to.startsWith(`${action.path}/`)) return 'A folder cannot be moved into itself.';
      const blocked = fileInTheWay(root, action.to);
      return blocked ? `${blocked} is a file, so nothing can be put below it.` : put(remove(root, action.path), action.to, there);
    }
    case 'chmod':
      return put(root, action.path, withMeta(there, { mode: action.mode & 0o7777 }));
    case 'touch':
      return put(root, action.path, withMeta(there, { mtime: now }));
  }
}

/** The nearest part of a path that exists and is not a folder. */
function fileInTheWay(root: DirNode, path: string): string | undefined {
  const parts = path.split('/');
  for (let i = 1; i < parts.length; i++) {
    const above = parts.slice(0, i).join('/');
    const node = get(root, above);
    if (node && node.type !== 'dir') return above;
  }
  return undefined;
}

function built(state: State, scenario: Scenario, resolve: ResolveImage): State {
  const result = runBuild(state, scenario, resolve, false);
  const finished = state.now + Math.ceil(result.record.duration);
  return { ...state, now: finished, store: result.store, builds: [...state.builds, { ...result, context: state.context }], baseline: state.context };
}

/** The next build of a state, for real or as a dry run whose store is thrown away, unless it is kept for a dry run after it. */
export function runBuild(state: State, scenario: Scenario, resolve: ResolveImage, predicted: boolean, keepStore = false): BuildResult {
  return build({
    number: state.builds.length + 1,
    options: state.options,
    context: state.context,
    dockerfilePath: state.options.file ?? scenario.dockerfile,
    resolve: state.imported ? resolve : resolverAt(scenario.moves, state.now, resolve),
    store: state.store,
    now: state.now,
    predicted,
    ...(keepStore && { keepStore }),
    models: state.imported ? undefined : scenario.models,
  });
}

/** Whether a file can be shown and edited as text: real bytes, no NUL, at most 16 MiB. */
export function isText(node: FileNode): boolean {
  if (node.content.kind !== 'bytes') return false;
  const { bytes } = node.content;
  return bytes.length <= 16 * 1024 * 1024 && !bytes.subarray(0, 8192).includes(0);
}
