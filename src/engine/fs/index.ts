/**
 * The virtual file system: immutable trees, paths, content digests, copies, differences and layers. Signatures first; the
 * files beside this one fill them in.
 */
import type { ChownOpt, CopyAction, MkdirAction, MkfileAction } from './action.ts';
import type { Content, Digest, DirNode, FileNode, Meta, Node, Origin, SpecialNode, SymlinkNode } from './node.ts';

export type { Content, Digest, DirNode, Entries, FileNode, Meta, Node, Origin, SpecialNode, SymlinkNode } from './node.ts';

// ---- sha256.ts

/** sha256 of bytes or of a text's UTF-8. */
export declare function sha256(data: Uint8Array | string): Digest;
export interface Hasher {
  update(data: Uint8Array | string): Hasher;
  /** May be called once. */
  digest(): Digest;
}
export declare function hasher(): Hasher;

// ---- make.ts

/** Defaults: files 0644, directories 0755, links 0777, owner 0:0, mtime 0. */
export declare function emptyDir(meta?: Partial<Meta>): DirNode;
export declare function dirOf(entries: Iterable<readonly [string, Node]>, meta?: Partial<Meta>): DirNode;
export declare function file(content: string | Uint8Array | Content, meta?: Partial<Meta>): FileNode;
/** A file of `size` bytes generated from `seed` when somebody reads them. */
export declare function described(size: number, seed: string, meta?: Partial<Meta>): FileNode;
export declare function symlink(target: string, meta?: Partial<Meta>): SymlinkNode;
export declare function special(type: SpecialNode['type'], device?: { major: number; minor: number }, meta?: Partial<Meta>): SpecialNode;
/** The same node with other metadata. Content, entries and inode stay. */
export declare function withMeta<N extends Node>(node: N, meta: Partial<Meta>): N;

// ---- content.ts

/** Bytes of a content from `from` up to `to` (default: all). A described content is generated, only as far as asked for. */
export declare function bytesOf(content: Content, from?: number, to?: number): Uint8Array;
/** The UTF-8 text of a file. */
export declare function textOf(node: FileNode): string;
export declare function contentSize(content: Content): number;
/** Bytes of a file; of a directory, of all files below it, an inode once. */
export declare function sizeOf(node: Node): number;
/** sha256 of the bytes alone, memoised. */
export declare function contentSha256(content: Content): Digest;

// ---- entries.ts

/** Name and node, in byte-wise order of the names' UTF-8. */
export declare function children(dir: DirNode): Iterable<readonly [name: string, node: Node]>;
/** Order of names as BuildKit and Go compare them. */
export declare function compareNames(a: string, b: string): number;

// ---- paths.ts: all paths are slash-separated; a leading slash makes no difference

/** Node at a path without following any link; undefined where there is none. `..` stays inside the root. */
export declare function get(root: DirNode, path: string): Node | undefined;
export interface PathError {
  readonly error: 'ENOENT' | 'ENOTDIR' | 'ELOOP';
  /** How far it got: cleaned absolute path of the component that failed. */
  readonly path: string;
}
export interface Resolved {
  /** Cleaned absolute path without links in it (but for the last component where it was not followed). */
  readonly path: string;
  /** Absent where the last component does not exist but its directory does. */
  readonly node?: Node;
}
/** Follows links as a process inside the root does: at most 255 of them, nothing leads out. */
export declare function resolvePath(root: DirNode, path: string, options?: { followLast?: boolean; cwd?: string }): Resolved | PathError;
/** Root with the node at the path; missing parents are made with mode 0755, other nodes in the way are replaced. No link is followed. */
export declare function put(root: DirNode, path: string, node: Node): DirNode;
/** Root with the node replaced by what `change` makes of it; undefined removes it. No parents are made. */
export declare function update(root: DirNode, path: string, change: (node: Node | undefined) => Node | undefined): DirNode;
export declare function remove(root: DirNode, path: string): DirNode;
/** Makes what is missing of a path, with `meta`; follows links as `resolvePath` does. */
export declare function mkdirAll(root: DirNode, path: string, meta?: Partial<Meta>): { readonly root: DirNode; readonly path: string } | PathError;
export declare function rename(root: DirNode, from: string, to: string): DirNode | PathError;
/** Gives the file at `from` a second name: both carry one inode. */
export declare function link(root: DirNode, from: string, to: string): DirNode | PathError;
/** New content through one name: every other name of the inode below `root` gets it too. Path is final (no links followed). */
export declare function writeContent(root: DirNode, path: string, content: Content, meta?: Partial<Meta>): DirNode;
/** Depth first, byte-wise, a directory before what is in it; paths are relative without leading slash, the root itself is left out. */
export declare function walk(root: DirNode): Iterable<readonly [path: string, node: Node]>;
/** Cleaned absolute path, `..` stopping at the root: Go's `path.Clean('/' + p)`. */
export declare function cleanPath(path: string): string;
export declare function joinPath(...parts: string[]): string;
export declare function dirName(path: string): string;
export declare function baseName(path: string): string;

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
