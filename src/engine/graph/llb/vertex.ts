/**
 * Vertices while the graph is being made: BuildKit's `client/llb`. A vertex names its inputs; what is serialised is put
 * together only for the vertices that the result needs (`marshal.ts`).
 */
import type { LineRange } from '../../source/range.ts';
import type { Platform } from '../platform.ts';
import type { TypedOp } from '../op.ts';

/** One output of a vertex. */
export interface Output {
  readonly vertex: PendingVertex;
  readonly index: number;
}

/** Gives numbers to inputs while an operation is serialised. */
export interface Inputs {
  /** Number of the input; one that is there already is used again. */
  shared(output: Output): number;
  /** Number of a new input, even where it is there already. */
  separate(output: Output): number;
}

/** What BuildKit attaches to a vertex beside its operation. */
export interface VertexMeta {
  readonly name?: string;
  /** Source text; empty where BuildKit attaches an empty one, which still replaces that of an equal vertex. */
  readonly command?: string;
  readonly lines?: LineRange;
  readonly ignoreCache?: boolean;
  readonly group?: { readonly id: string; readonly name: string; readonly weak: boolean };
  readonly step?: string;
}

export interface PendingVertex {
  /** Inputs in the order in which BuildKit walks them. */
  readonly visits: readonly Output[];
  /** Part of the definition: set for commands and images. `default` is the target's. */
  readonly platform?: Platform | 'default';
  readonly meta: VertexMeta;
  /** The operation; an error where BuildKit's client refuses to serialise it. */
  readonly operation: (inputs: Inputs) => TypedOp | { readonly error: string };
}
