/** The file system that a vertex gives, with the stack of layers it is made of: BuildKit's immutable ref. */
import type { DirNode } from '../fs/node.ts';
import type { BaseImage, BaseLayer } from '../image/base.ts';
import type { ModelNote } from '../run/request.ts';
import type { Fidelity } from './record.ts';

/** A layer of a base image, or the difference of two trees whose digest is computed when an export needs it. */
export type SnapshotLayer =
  | { readonly kind: 'base'; readonly layer: BaseLayer; readonly image: BaseImage }
  | {
      readonly kind: 'diff';
      /** Absent where it stands on nothing. */
      readonly lower?: DirNode;
      readonly upper: DirNode;
      /** Bytes of the files that are new or different. */
      readonly size: number;
      /** Virtual milliseconds since 1970. */
      readonly created: number;
      readonly description: string;
      readonly fidelity: Fidelity;
    };

/** A result's files, and the layers they are stacked of. */
export interface Snapshot {
  readonly tree: DirNode;
  /** Lowest first. */
  readonly layers: readonly SnapshotLayer[];
  /** For a client's folder: what content digests are computed of, which is not told of folders' new modes. */
  readonly hashed?: DirNode;
  /** How far the contents can be trusted, and the models that stood in. */
  readonly fidelity: Fidelity;
  readonly notes: readonly ModelNote[];
}
