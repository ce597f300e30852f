/** One side of a duel on a machine of its own: its first build, and a build after each commit. */
import { put, remove } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { emptied } from '../machines.ts';
import { reduce } from '../reduce.ts';
import { currentMachine, nodeOf, type Built, type State } from '../state.ts';
import { currentState, type Workspace } from '../workspace.ts';
import type { DuelRun } from './outcome.ts';
import { runOf } from './run.ts';
import type { Rounds } from './series.ts';
import type { DuelSide } from './setup.ts';

export interface RanSide {
  readonly first: DuelRun;
  /** By round; ends with the round that failed. */
  readonly runs: readonly DuelRun[];
  /** The image's files after the first build and after each round; undefined where there is no image. */
  readonly trees: readonly (DirNode | undefined)[];
  /** What is wrong with, or could be said of, its Dockerfile. */
  readonly findings: readonly Diagnostic[];
}

/** Runs a side until it fails or the rounds are over. Nothing of it stays in the workspace. */
export function runSide(workspace: Workspace, side: DuelSide, { context, edits }: Rounds): RanSide {
  const own = (root: DirNode): DirNode => laidOver(root, side, workspace.scenario.begins);
  const had = new Set<string>();
  const runs: DuelRun[] = [];
  const trees: (DirNode | undefined)[] = [];
  const build = (before: State): { readonly state: State; readonly built: Built } | undefined => {
    const done = reduce(before, { type: 'build' }, workspace);
    const built = done.ok ? done.state.builds.at(-1) : undefined;
    if (!done.ok || !built) return undefined;
    trees.push(built.snapshots?.[0]?.tree);
    // Of the builds only the last is needed: the next one's number.
    return { state: done.state, built };
  };
  const begun = build(beginning(workspace, side, own(context)));
  if (!begun) return { first: nothing, runs: [], trees: [], findings: [] };
  const first = runOf(begun.built.record, had);
  const findings = begun.built.record.diagnostics;
  let { state } = begun;
  let ok = first.ok;
  for (const { make } of edits) {
    if (!ok) break;
    const next = build(make(state, own));
    if (!next) break;
    const run = runOf(next.built.record, had);
    runs.push(run);
    ({ state } = next);
    ok = run.ok;
  }
  return { first, runs, trees, findings };
}

/** The workspace as it is now on the machine that is sat at, with nothing cached and no build made. */
function beginning(workspace: Workspace, { options }: DuelSide, context: DirNode): State {
  const now = currentState(workspace);
  const machine = { ...emptied(currentMachine(now)), logins: currentMachine(now).logins };
  return { ...now, context, baseline: context, builds: [], machines: new Map([[machine.name, machine]]), ...(options && { options }) };
}

/** A context with the side's own files in the place of those that were there. */
function laidOver(root: DirNode, { files }: DuelSide, mtime: number): DirNode {
  return Object.entries(files).reduce((before, [path, spec]) => (spec ? put(before, path, nodeOf(path, spec, mtime)) : remove(before, path)), root);
}

const nothing: DuelRun = { ok: false, duration: 0, steps: [], cached: 0, rebuilt: 0, imageBytes: 0, newBytes: 0, error: 'nothing was built' };
