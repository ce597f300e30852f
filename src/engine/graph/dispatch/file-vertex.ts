/** File operations as vertices (BuildKit `client/llb/fileop.go`). */
import type { ChownOpt, CopyAction, FileAction, MkdirAction, MkfileAction, UserOpt } from '../op.ts';
import { actionPath } from '../paths.ts';
import type { State } from '../llb/state.ts';
import type { Inputs, Output, PendingVertex, VertexMeta } from '../llb/vertex.ts';

/** A user or a group: a number, or a name that is looked up in the file system that is written to. */
export interface OwnerName {
  readonly user?: string | number;
  readonly group?: string | number;
}

/** One thing to do. Paths are as the instruction has them. */
export type PendingAction =
  | { readonly kind: 'copy'; readonly from: State; readonly copy: Omit<CopyAction, 'owner'>; readonly owner?: OwnerName }
  | { readonly kind: 'mkdir'; readonly mkdir: Omit<MkdirAction, 'owner'>; readonly owner?: OwnerName }
  | { readonly kind: 'mkfile'; readonly mkfile: Omit<MkfileAction, 'owner'> };

/** `app:staff`, `0`, `:50` → owner (`llb.WithUser`). */
export function parseOwner(text: string): OwnerName {
  const colon = text.indexOf(':');
  const user = part(colon < 0 ? text : text.slice(0, colon));
  return colon < 0 ? { user } : { user, group: part(text.slice(colon + 1)) };
}

function part(text: string): string | number {
  if (text === 'root') return 0;
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
  return value >= -(2 ** 31) && value < 2 ** 31 ? value : text;
}

/** The state after the actions, on top of `base`. */
export function fileState(base: State, actions: readonly PendingAction[], meta: VertexMeta): State {
  const vertex: PendingVertex = {
    visits: visits(base, actions),
    meta,
    operation: (inputs) => ({ type: 'file', op: { actions: serialise(base, actions, inputs) } }),
  };
  return { ...base, output: { vertex, index: 0 } };
}

/** BuildKit walks the actions from the last to the first, the base before the source. */
function visits(base: State, actions: readonly PendingAction[]): readonly Output[] {
  const found: Output[] = [];
  for (const action of [...actions].reverse()) {
    for (const output of [base.output, action.kind === 'copy' ? action.from.output : undefined]) {
      if (output && !found.includes(output)) found.push(output);
    }
  }
  return found;
}

function serialise(base: State, actions: readonly PendingAction[], inputs: Inputs): readonly FileAction[] {
  const root = base.output ? inputs.shared(base.output) : -1;
  const sources = actions.map((action) => (action.kind === 'copy' && action.from.output ? inputs.shared(action.from.output) : -1));
  const count = sources.reduce((most, input) => Math.max(most, input), root) + 1;
  return actions.map((action, at) => ({
    input: at === 0 ? root : count + at - 1,
    secondaryInput: sources[at] ?? -1,
    output: at === actions.length - 1 ? 0 : -1,
    ...body(action, base.dir, root),
  }));
}

function body(action: PendingAction, dir: string, root: number): Pick<FileAction, 'copy' | 'mkdir' | 'mkfile'> {
  const owner = action.kind === 'mkfile' || !action.owner ? undefined : ownerOpt(action.owner, root);
  if (action.kind === 'mkdir') return { mkdir: { ...action.mkdir, path: actionPath(dir, action.mkdir.path, false), ...(owner && { owner }) } };
  if (action.kind === 'mkfile') return { mkfile: { ...action.mkfile, path: actionPath(dir, action.mkfile.path, false) } };
  return { copy: { ...action.copy, src: actionPath(action.from.dir, action.copy.src, false), dest: actionPath(dir, action.copy.dest, true), ...(owner && { owner }) } };
}

function ownerOpt(owner: OwnerName, root: number): ChownOpt {
  return { ...(owner.user !== undefined && { user: userOpt(owner.user, root) }), ...(owner.group !== undefined && { group: userOpt(owner.group, root) }) };
}

function userOpt(value: string | number, root: number): UserOpt {
  if (typeof value === 'number') return { byID: value >>> 0 };
  return value === '' ? { byID: 0 } : { byName: { name: value, input: root } };
}
