/**
 * A build of the history, or the next one, run again as a dry run in which every command runs: what the questions about where
 * files come from, and what lines are for, are asked of. Made once, when somebody asks.
 */
import { file, get, put } from '../fs/index.ts';
import { ablate, type Ablation } from '../insight/ablation.ts';
import { provenance, type FullBuild, type Provenance } from '../insight/provenance.ts';
import type { ReadLog } from '../run/request.ts';
import { emptyStore } from '../solver/cache-store.ts';
import { emptyClassicStore } from '../solver/classic/index.ts';
import type { LineRange } from '../source/range.ts';
import { dryRun } from './operations/dry-run.ts';
import { currentMachine, type Built, type State } from './state.ts';
import { currentState, type Workspace } from './workspace.ts';

/** A build by its number, or the next one. */
export type WhichBuild = number | 'next';

const known = new WeakMap<Built | State, FullBuild>();

/** Where the file at `path` came from, as the step left it; undefined where the build is not here. */
export function originOf(workspace: Workspace, build: WhichBuild, step: string, path: string): Provenance | undefined {
  const full = fullBuild(workspace, build);
  return full && provenance(full, step, path);
}

/** What would be missing without some lines of the Dockerfile; undefined where there is nothing to compare with. Takes one dry run, the first time two. */
export function without(workspace: Workspace, build: WhichBuild, lines: LineRange): Ablation | undefined {
  const full = fullBuild(workspace, build);
  const state = full && stateOf(workspace, build);
  if (!full || !state) return undefined;
  const { path } = full.result.record.dockerfile;
  const node = get(state.context, path);
  return ablate(full.result, lines, (text) => {
    const context = put(state.context, path, file(text, { ...(node ?? {}), mtime: (node?.mtime ?? 0) + 1 }));
    return fromNothing({ ...state, context }, workspace, new Map());
  });
}

function fullBuild(workspace: Workspace, build: WhichBuild): FullBuild | undefined {
  const state = stateOf(workspace, build);
  const key = build === 'next' ? currentState(workspace) : currentState(workspace).builds[build - 1];
  if (!state || !key) return undefined;
  let made = known.get(key);
  if (!made) {
    const reads: ReadLog = new Map();
    const result = fromNothing(state, workspace, reads);
    known.set(key, (made = { result, reads, context: result.sent ?? state.context }));
  }
  return made;
}

/** The state as it was when the build began: its context, its options, its machine. */
function stateOf(workspace: Workspace, build: WhichBuild): State | undefined {
  const state = currentState(workspace);
  if (build === 'next') return state;
  const built = state.builds[build - 1];
  if (!built || built.record.recorded !== undefined) return undefined;
  const { context, machine, record } = built;
  return { ...state, context, machine: state.machines.has(machine) ? machine : state.machine, options: record.options, now: record.startedAt };
}

/** On a machine whose builder has the base images and nothing else. */
function fromNothing(state: State, workspace: Workspace, reads: ReadLog) {
  const { cache, classic = emptyClassicStore } = currentMachine(state);
  const store = { ...emptyStore, blobs: cache.blobs, unpacked: cache.unpacked };
  return dryRun(state, workspace, { from: { store, classic: { ...classic, children: new Map() } }, images: true, reads });
}
