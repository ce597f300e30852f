/** From a series to its rounds: what each commit is called, which files it is about, and what it does to a context. */
import { bytesOf, file, get, put, remove } from '../../fs/index.ts';
import type { DirNode, FileNode } from '../../fs/node.ts';
import { changedPaths } from '../changes.ts';
import type { SeriesEdit } from '../scenario.ts';
import { commitPlan } from '../series.ts';
import { reduce } from '../reduce.ts';
import type { State } from '../state.ts';
import { commitActions } from '../versions.ts';
import { currentState, type Workspace } from '../workspace.ts';
import { mostRounds, type DuelSeries } from './setup.ts';

/** One commit: the same for both sides. */
export interface RoundEdit {
  readonly label?: string;
  readonly paths: readonly string[];
  /** The state with the edit made; `own` lays the side's files over a context. */
  readonly make: (state: State, own: (context: DirNode) => DirNode) => State;
}

export interface Rounds {
  /** The project before the first edit. */
  readonly context: DirNode;
  readonly edits: readonly RoundEdit[];
}

/** The rounds of a series; `own` are the paths that belong to the sides, which no series edits. */
export function roundsOf(workspace: Workspace, series: DuelSeries, own: ReadonlySet<string>): Rounds {
  const state = currentState(workspace);
  if (series.kind === 'log') return logged(state, own);
  const count = Math.min(Math.max(0, Math.trunc(series.rounds)), mostRounds);
  if (series.kind === 'scene') {
    const kinds = state.imported ? [] : (workspace.scenario.edits ?? []);
    const plan = commitPlan(kinds, count);
    // Each action takes a virtual second at least, so that no commit made by hand has come to these numbers.
    const seconds = Math.max(0, Math.ceil((state.now - workspace.scenario.begins) / 1_000));
    return { context: state.context, edits: plan.map((edit, at) => sceneCommit(edit, seconds + at + 1, workspace)) };
  }
  const files = series.files.filter(({ path, weight }) => weight > 0 && !own.has(path) && get(state.context, path)?.type === 'file');
  const plan = commitPlan(files.map(({ path, weight }) => ({ label: path, weight, actions: [] })), count);
  return { context: state.context, edits: plan.map(({ label: path }) => ({ paths: [path], make: (now) => lineAdded(now, path) })) };
}

function sceneCommit(edit: SeriesEdit, n: number, workspace: Workspace): RoundEdit {
  const actions = commitActions(edit, n);
  const paths = actions.flatMap((action) => ('path' in action ? [action.path] : []));
  const make = (state: State): State =>
    actions.reduce((before, action) => {
      const done = reduce(before, action, workspace);
      return done.ok ? done.state : before;
    }, state);
  return { label: edit.label, paths: [...new Set(paths)], make };
}

/** A newline more: what every reader of the bytes sees and no parser minds. */
function lineAdded(state: State, path: string): State {
  const now = state.now + 1_000;
  const node = get(state.context, path);
  return node?.type === 'file' ? { ...state, now, context: put(state.context, path, { ...lengthened(node), mtime: now }) } : { ...state, now };
}

function lengthened(node: FileNode): FileNode {
  const { content } = node;
  if (content.kind === 'described') return { ...node, content: { ...content, seed: `${content.seed}+` } };
  const bytes = bytesOf(content);
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  longer[bytes.length] = 10;
  return file(longer, node);
}

/** What was edited between the builds so far: a round for the edits before each, and one for those after the last. */
function logged({ builds, baseline, context }: State, own: ReadonlySet<string>): Rounds {
  const start = builds[0]?.context ?? baseline;
  const theirs = (root: DirNode): DirNode => [...own].reduce(remove, root);
  const edits: RoundEdit[] = [];
  let before = theirs(start);
  for (const stop of [...builds.slice(1).map((built) => built.context), context]) {
    const after = theirs(stop);
    const paths = changedPaths(before, after);
    if (paths.length > 0) edits.push({ paths, make: (state, lay) => ({ ...state, now: state.now + 1_000, context: lay(stop) }) });
    before = after;
  }
  return { context: start, edits: edits.slice(-mostRounds) };
}
