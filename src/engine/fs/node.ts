/**
 * The nodes of a virtual file system. Every node is an immutable value: a change makes new nodes along the path to
 * the root and shares all others, so that a snapshot is a pointer and two trees that are `===` are equal.
 */

/** `sha256:` and 64 hex digits. */
export type Digest = `sha256:${string}`;

/**
 * What a regular file holds: real bytes, or a description (size and seed) whose bytes are a pure function of it
 * and are generated only when somebody asks for them. `bytes` must never be written to after it was put here.
 */
export type Content =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'described'; readonly size: number; readonly seed: string };

/**
 * Where a node came from: `by` names the step that wrote it (a vertex digest, or `context`, or `base`), `path` the place
 * it had there, `command` the simulated command that wrote it. Provenance is never part of a digest or a comparison.
 */
export interface Origin {
  readonly by: string;
  readonly path?: string;
  readonly command?: string;
}

/** What all nodes have. */
export interface Meta {
  /** Permission bits with setuid 0o4000, setgid 0o2000 and sticky 0o1000; no file-type bits. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Modification time in virtual milliseconds since 1970; may have a fraction (nanoseconds). */
  readonly mtime: number;
  readonly xattrs?: ReadonlyMap<string, Uint8Array>;
  readonly origin?: Origin;
}

export interface FileNode extends Meta {
  readonly type: 'file';
  readonly content: Content;
  /** Names of one inode carry the same object here; absent where a file has one name. */
  readonly inode?: object;
}

export interface DirNode extends Meta {
  readonly type: 'dir';
  /** By name. Iterate with `children`, which gives byte-wise order whatever the history of edits. */
  readonly entries: Entries;
}

export interface SymlinkNode extends Meta {
  readonly type: 'symlink';
  readonly target: string;
}

export interface SpecialNode extends Meta {
  readonly type: 'char' | 'block' | 'fifo' | 'socket';
  readonly major: number;
  readonly minor: number;
}

export type Node = FileNode | DirNode | SymlinkNode | SpecialNode;

/**
 * The entries of a directory: a persistent map, so that one change in a directory of 100,000 names does not copy it.
 * Only `fs` looks inside; everybody else goes through the functions of `fs/index.ts`.
 */
export interface Entries {
  readonly size: number;
  get(name: string): Node | undefined;
}
