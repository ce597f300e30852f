/** Advice on a workspace's Dockerfile: what could be better, and what it would save here. */
import { contentSize, file, get, put, textOf } from '../fs/index.ts';
import { advise, type Advice } from '../insight/advice/index.ts';
import { predict } from './describe.ts';
import { dryRun } from './operations/dry-run.ts';
import type { State } from './state.ts';
import { currentState, type Workspace } from './workspace.ts';

const known = new WeakMap<State, readonly Advice[]>();

/** Most bytes of a Dockerfile that is worth advising on. */
const textLimit = 1_000_000;

/** By place in the Dockerfile; the same value as long as nothing was done. Takes up to twelve dry runs. */
export function advice(workspace: Workspace): readonly Advice[] {
  const state = currentState(workspace);
  const made = known.get(state) ?? adviseOn(state, workspace);
  known.set(state, made);
  return made;
}

function adviseOn(state: State, workspace: Workspace): readonly Advice[] {
  const { scenario } = workspace;
  const path = state.options.file ?? scenario.dockerfile;
  const node = get(state.context, path);
  if (node?.type !== 'file' || contentSize(node.content) > textLimit) return [];
  const { record, trees } = predict(workspace);
  return advise({
    dockerfile: textOf(node),
    record,
    trees,
    context: state.context,
    probe: (dockerfile, context, after) => {
      const text = get(context, path);
      const same = text?.type === 'file' && textOf(text) === dockerfile;
      const edited = same ? context : put(context, path, file(dockerfile, { ...node, mtime: node.mtime + 1 }));
      const now = after ? after.record.startedAt + Math.ceil(after.record.duration) + 1 : state.now;
      return dryRun({ ...state, now, context: edited }, workspace, { ...(after && { from: after }), after: 'keep' });
    },
  });
}
