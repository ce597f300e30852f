/**
 * The virtual file system: immutable trees, paths, content digests, copies, differences and layers. This page is all that
 * other parts of the engine may use of it.
 */
export type { ChownOpt, CopyAction, MkdirAction, MkfileAction, UserOpt } from './action.ts';
export type { Content, Digest, DirNode, Entries, FileNode, Meta, Node, Origin, SpecialNode, SymlinkNode } from './node.ts';
export { hasher, sha256 } from './sha256.ts';
export type { Hasher } from './sha256.ts';
export { contentChecksum } from './checksum.ts';
export type { Algorithm } from './checksum.ts';
export { bytesOf, contentChunks, contentFingerprint, contentSha256, contentSize, sameContent, textOf } from './content.ts';
export { described, dirOf, emptyDir, file, sizeOf, special, symlink, withEntriesOf, withMeta } from './make.ts';
export { changedEntries, children, compareNames, forEachChild, withEntry, withoutEntry } from './entries.ts';
export type { NameChange } from './entries.ts';
export { baseName, cleanPath, dirName, forEachBelow, get, joinPath, mkdirAll, namesOf, put, remove, resolvePath, update, walk } from './paths.ts';
export type { PathError, Resolved } from './paths.ts';
export { changeMeta, link, rename, updateFile, writeContent } from './links.ts';

export { checksum, contentDigest, dedupeSelectors, matchedFiles } from './hash/content-hash.ts';
export type { HashOptions } from './hash/content-hash.ts';
export type { Selector } from './hash/listing.ts';
export { nodeDigest } from './hash/node-digest.ts';
export { compilePatterns } from './patterns/matcher.ts';
export type { Matcher, ParentMatches, WalkMatch } from './patterns/matcher.ts';
export { goClean, goTrim } from './patterns/pattern.ts';
export type { Pattern } from './patterns/pattern.ts';
export { goMatcher, hasWildcard } from './patterns/go-match.ts';

export { copy, mkdir, mkfile } from './copy/copy.ts';
export type { CopyOptions, FileResult } from './copy/copy.ts';
export { fromBase64 } from './copy/base64.ts';
export { ownerOf, resolveOwner } from './copy/owner.ts';
export type { Owner } from './copy/owner.ts';
export { parseMode } from './copy/symbolic-mode.ts';
export type { ModeChange } from './copy/symbolic-mode.ts';

export { diff, sameNode } from './layer/diff.ts';
export type { Change } from './layer/diff.ts';
export type { LayerEntry } from './layer/entry.ts';
export { layerDigest, layerEntries, tarDigest } from './layer/layer.ts';
export type { LayerDigest, LayerOptions } from './layer/layer.ts';
export { tarChunks, writeTar } from './archive/tar-write.ts';
export { readTar } from './archive/tar-read.ts';
export type { TarContents, TarLimits } from './archive/tar-read.ts';
export { applyLayer } from './layer/apply.ts';
export { decompress } from './archive/decompress.ts';
export { gzip } from './archive/gzip.ts';
export type { Compression, Decompressed } from './archive/decompress.ts';
export { wasted } from './layer/waste.ts';
export type { Waste, WastedFile } from './layer/waste.ts';
