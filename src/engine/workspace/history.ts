/** The log as a tree of experiments: every action that was taken, on every branch, with the builds that it made. */
import { compareBuilds, type BuildComparison, type ComparedBuild } from '../insight/compare-builds.ts';
import type { Message } from '../source/message.ts';
import type { StepState } from '../solver/record.ts';
import { describeAction, type Action } from './action.ts';
import { changedPaths } from './changes.ts';
import { imageChoices, partsOf } from './image-choices.ts';
import { rootNode, type LogNode, type NodeId } from './log.ts';
import type { Built, State } from './state.ts';
import { stateAt, type Workspace } from './workspace.ts';

/** Which build of which branch: numbers begin anew on each. */
export interface BuildPlace {
  readonly node: NodeId;
  readonly number: number;
}

export interface HistoryBuild extends BuildPlace {
  /** The number; with a letter where an earlier build of another branch has the same: `3`, `3b`. */
  readonly name: string;
  readonly machine: string;
  readonly ok: boolean;
  readonly states: readonly StepState[];
  /** Virtual milliseconds. */
  readonly duration: number;
  /** Bytes of the image's layers as they travel; absent where none was made. */
  readonly size?: number;
  /** Of the image's config: the same image has the same. */
  readonly digest?: string;
  /** Paths that were edited since the build before on this branch. */
  readonly edited: readonly string[];
}

export interface HistoryEntry {
  readonly node: NodeId;
  /** Absent where the scene begins. */
  readonly parent?: NodeId;
  /** Absent where the scene begins. */
  readonly action?: { readonly type: Action['type']; readonly says: Message };
  /** What it built, in order: none, one, or as many as a typed line made. */
  readonly builds: readonly HistoryBuild[];
}

export interface History {
  /** Where the scene begins, then every action in the order in which it was first taken. */
  readonly entries: readonly HistoryEntry[];
  /** Where the workspace is now. */
  readonly at: NodeId;
}

type Nameless = Omit<HistoryBuild, 'name' | 'node'>;

/** By the node of the log, which leads to the same builds for good; what was replayed once is not replayed for the history again. */
const known = new WeakMap<LogNode, readonly Nameless[]>();

export function history(workspace: Workspace): History {
  const { log } = workspace;
  const uses = new Map<number, number>();
  const named = (node: NodeId, builds: readonly Nameless[]) =>
    builds.map((build): HistoryBuild => {
      const use = uses.get(build.number) ?? 0;
      uses.set(build.number, use + 1);
      return { ...build, node, name: `${build.number}${branchMark(use)}` };
    });
  const start: HistoryEntry = { node: rootNode, builds: named(rootNode, made(undefined, stateAt(workspace, rootNode))) };
  let replayed = workspace;
  const entries = log.nodes.map((logged, node): HistoryEntry => {
    let builds = known.get(logged);
    if (!builds) {
      const [before, after] = [stateAt(replayed, logged.parent), stateAt(replayed, node)];
      builds = made(before, after);
      known.set(logged, builds);
      replayed = { ...replayed, states: new Map(replayed.states).set(node, after) };
    }
    return { node, parent: logged.parent, action: { type: logged.action.type, says: describeAction(logged.action) }, builds: named(node, builds) };
  });
  return { entries: [start, ...entries], at: log.at };
}

/** Nothing for the first build with a number, then b, c … z, and numbers after that. */
const branchMark = (use: number): string => (use === 0 ? '' : use < 26 ? String.fromCharCode(97 + use) : `-${use + 1}`);

/** The builds that are in a state and were not in the one before; another project begins with none. */
function made(before: State | undefined, { builds }: State): readonly Nameless[] {
  const old = new Set(before?.builds);
  return builds.flatMap((built, index) => (old.has(built) ? [] : [summary(built, builds[index - 1])]));
}

function summary({ record, context, machine }: Built, before: Built | undefined): Nameless {
  const { number, ok, steps, duration, images } = record;
  const [image] = images;
  return {
    number,
    machine,
    ok,
    states: steps.map(({ state }) => state),
    duration,
    ...(image && { size: images.reduce((sum, { compressedSize }) => sum + compressedSize, 0), digest: image.configDigest }),
    edited: before ? changedPaths(before.context, context) : [],
  };
}

/** From one build of the history to another, whatever branches they are on; undefined where there is no such build. */
export function compareHistory(workspace: Workspace, from: BuildPlace, to: BuildPlace): BuildComparison | undefined {
  const [a, b] = [comparable(workspace, from), comparable(workspace, to)];
  return a && b && compareBuilds(a, b);
}

function comparable(workspace: Workspace, { node, number }: BuildPlace): ComparedBuild | undefined {
  if (node !== rootNode && !workspace.log.nodes[node]) return undefined;
  const state = stateAt(workspace, node);
  const built = state.builds[number - 1];
  if (!built) return undefined;
  const found = imageChoices(state).find(({ build }) => build === number);
  const image = found && partsOf(found);
  return { record: built.record, context: built.context, ...(image && { image }) };
}
