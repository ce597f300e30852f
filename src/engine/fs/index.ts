/**
 * The virtual file system: immutable trees, paths, content digests, copies, differences and layers. This page is all that
 * other parts of the engine may use of it.
 */
export type { ChownOpt, CopyAction, MkdirAction, MkfileAction, UserOpt } from './action.ts';
export type { Content, Digest, DirNode, Entries, FileNode, Meta, Node, Origin, SpecialNode, SymlinkNode } from './node.ts';
export { hasher, sha256 } from './sha256.ts';
export type { Hasher } from './sha256.ts';
export { bytesOf, contentChunks, contentSha256, contentSize, sameContent, textOf } from './content.ts';
export { described, dirOf, emptyDir, file, sizeOf, special, symlink, withMeta } from './make.ts';
export { changedEntries, children, compareNames, forEachChild } from './entries.ts';
export type { NameChange } from './entries.ts';
export { baseName, cleanPath, dirName, forEachBelow, get, joinPath, mkdirAll, namesOf, put, remove, resolvePath, update, walk } from './paths.ts';
export type { PathError, Resolved } from './paths.ts';
export { changeMeta, link, rename, updateFile, writeContent } from './links.ts';

import type { ChownOpt, CopyAction, MkdirAction, MkfileAction } from './action.ts';
import type { Content, Digest, DirNode, Node, Origin } from './node.ts';

// ---- content-hash.ts: BuildKit `cache/contenthash`

export interface Selector {
  readonly path: string;
  readonly wildcard?: boolean;
  readonly followLinks?: boolean;
  readonly includePatterns?: readonly string[];
  readonly excludePatterns?: readonly string[];
  readonly requiredPaths?: readonly string[];
}
export interface HashOptions {
  /** The root is a local context as received: its header is the digest of nothing. */
  readonly localRoot?: boolean;
}
/** Digest that BuildKit's cache takes for what the selectors read. The error is `"/a": not found`, without its prefixes. */
export declare function contentDigest(root: DirNode, selectors: readonly Selector[], options?: HashOptions): Digest | { readonly error: string };
/** Of one selector alone (`contenthash.Checksum`); `contentDigest` joins these. */
export declare function checksum(root: DirNode, selector: Selector, options?: HashOptions): Digest | { readonly error: string };
/** Record of one node: file with its header, directory with all that is below. */
export declare function nodeDigest(node: Node): Digest;
/** Paths (absolute, in order) of the files and links that the selectors read. */
export declare function matchedFiles(root: DirNode, selectors: readonly Selector[]): string[];

// ---- copy/: BuildKit `solver/llbsolver/file` and `fsutil/copy`

export interface Owner {
  readonly uid: number;
  readonly gid: number;
}
export interface CopyOptions {
  /** Numbers that replace those of the source; parents get them too. */
  readonly owner?: Owner;
  /** Virtual milliseconds since 1970: mtime of what is made new. */
  readonly now: number;
  /** Who is named in `Origin.by`. */
  readonly origin?: string;
}
export type FileResult = { readonly root: DirNode } | { readonly error: string };
export declare function copy(dest: DirNode, source: DirNode, action: CopyAction, options: CopyOptions): FileResult;
export declare function mkdir(dest: DirNode, action: MkdirAction, options: CopyOptions): FileResult;
export declare function mkfile(dest: DirNode, action: MkfileAction, options: CopyOptions): FileResult;
/** Numbers for a `ChownOpt`: `roots[n]` is the input that a `byName.input` of n names. undefined where there is no owner. */
export declare function ownerOf(owner: ChownOpt | undefined, roots: (input: number) => DirNode | undefined): Owner | undefined | { readonly error: string };
/** `app:staff`, `1000`, `:50` → numbers by the root's /etc/passwd and /etc/group. Unknown names are 0, as in BuildKit. */
export declare function resolveOwner(root: DirNode | undefined, text: string): Owner | { readonly error: string };

// ---- diff and layers

export interface Change {
  readonly kind: 'add' | 'modify' | 'delete';
  /** Relative, no leading slash. */
  readonly path: string;
  /** The new node; for a delete the old one. */
  readonly node: Node;
}
/** What leads from one tree to another, in BuildKit's order and by its idea of sameness. */
export declare function diff(lower: DirNode, upper: DirNode): readonly Change[];
/** An entry of a layer's tar, in writing order: parents included, deletes as `.wh.` names. */
export interface LayerEntry {
  /** Relative; directories end in a slash. */
  readonly path: string;
  readonly type: 'file' | 'dir' | 'symlink' | 'link' | 'char' | 'block' | 'fifo';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  readonly linkname?: string;
  readonly major?: number;
  readonly minor?: number;
  readonly content?: Content;
  readonly xattrs?: ReadonlyMap<string, Uint8Array>;
  readonly whiteout?: boolean;
  readonly origin?: Origin;
}
export interface LayerOptions {
  /** Seconds; later times become this one (`rewrite-timestamp=true`). */
  readonly sourceDateEpoch?: number;
}
export declare function layerEntries(lower: DirNode, upper: DirNode, options?: LayerOptions): readonly LayerEntry[];
/** diffID and size of the uncompressed tar; nothing described is ever held in memory whole. Memoised by the two trees. */
export declare function layerDigest(lower: DirNode, upper: DirNode, options?: LayerOptions): { readonly diffId: Digest; readonly size: number };
/** The tar's bytes, chunk by chunk. */
export declare function tarChunks(entries: Iterable<LayerEntry>): Iterable<Uint8Array>;
export declare function writeTar(entries: Iterable<LayerEntry>): Uint8Array;
export interface TarLimits {
  readonly maxEntries?: number;
  readonly maxBytes?: number;
}
/** Entries of a tar of any maker; broken or hostile archives give the error. */
export declare function readTar(bytes: Uint8Array, limits?: TarLimits): { readonly entries: readonly LayerEntry[]; readonly error?: string };
/** The tree after a layer: whiteouts delete, opaque markers empty. */
export declare function applyLayer(root: DirNode, entries: Iterable<LayerEntry>): DirNode;
/** Plain bytes of gzip, bzip2, xz or zstd, by the first bytes; `none` as they are. Limited to `maxBytes`. */
export declare function decompress(bytes: Uint8Array, maxBytes?: number): { readonly bytes: Uint8Array; readonly format: 'none' | 'gzip' | 'bzip2' | 'xz' | 'zstd' } | { readonly error: string };

// ---- waste.ts: dive's image efficiency

export interface WastedFile {
  readonly path: string;
  /** Bytes over all layers that hold it, and how many do. */
  readonly bytes: number;
  readonly layers: readonly number[];
  /** True where a later layer deletes it. */
  readonly deleted: boolean;
}
export interface Waste {
  /** 1 where nothing is stored twice or for nothing. */
  readonly efficiency: number;
  readonly bytes: number;
  readonly files: readonly WastedFile[];
}
/** Of the layers' entries, bottom first. */
export declare function wasted(layers: readonly (readonly LayerEntry[])[]): Waste;
