import type { State } from '../llb/state.ts';
import type { VertexMeta } from '../llb/vertex.ts';

/** One file system laid over another; an empty one below leaves the upper as it is (`llb.Merge`). */
export function mergeState(below: State, above: State, meta: VertexMeta): State {
  const lower = below.output;
  const upper = above.output;
  if (!lower || !upper) return { ...below, ...(upper && { output: upper }) };
  const vertex = {
    visits: [lower, upper],
    meta,
    operation: (inputs: { separate(output: typeof lower): number }) => ({ type: 'merge' as const, op: { inputs: [{ input: inputs.separate(lower) }, { input: inputs.separate(upper) }] } }),
  };
  return { ...below, output: { vertex, index: 0 } };
}
