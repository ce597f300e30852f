/** One entry of a layer's tar. */
import type { Content, Origin } from '../node.ts';

export interface LayerEntry {
  /** Relative, without leading slash; directories end in a slash. A deleted name begins with `.wh.`. */
  readonly path: string;
  readonly type: 'file' | 'dir' | 'symlink' | 'link' | 'char' | 'block' | 'fifo';
  /** Permission bits with setuid, setgid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Bytes of content; 0 for all but files. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  /** Target of a symbolic link; path of the first name for a hard link. */
  readonly linkname?: string;
  readonly major?: number;
  readonly minor?: number;
  readonly content?: Content;
  readonly xattrs?: ReadonlyMap<string, Uint8Array>;
  /** The entry deletes what its name, without `.wh.`, stands for. */
  readonly whiteout?: boolean;
  readonly origin?: Origin;
}

/** Prefix of the name of a whiteout. */
export const WHITEOUT = '.wh.';

/** Name of the entry that empties its directory of what lower layers put there. */
export const OPAQUE = '.wh..wh..opq';
