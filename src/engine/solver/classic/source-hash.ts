/**
 * Checksums of what COPY and ADD read (moby `builder/remotecontext`, `pkg/tarsum` version 1): of every file its tar header
 * with its name and without its time, and its bytes.
 */
import { contentChunks, contentSize, forEachBelow, hasher, resolvePath, sha256 } from '../../fs/index.ts';
import type { DirNode, Node } from '../../fs/index.ts';

const typeBits: Readonly<Record<Node['type'], number>> = { file: 0o100000, dir: 0o040000, symlink: 0o120000, char: 0o020000, block: 0o060000, fifo: 0o010000, socket: 0o140000 };
const typeFlags: Readonly<Record<Node['type'], string>> = { file: '0', dir: '5', symlink: '2', char: '3', block: '4', fifo: '6', socket: '0' };

const known = new WeakMap<Node, { readonly path: string; readonly hash: string }>();

/** Hex digest of one node at a path without a leading slash. Described contents count by their description. */
function nodeHash(path: string, node: Node): string {
  const kept = known.get(node);
  if (kept?.path === path) return kept.hash;
  const size = node.type === 'file' ? contentSize(node.content) : 0;
  const target = node.type === 'symlink' ? node.target : '';
  const [major, minor] = 'major' in node ? [node.major, node.minor] : [0, 0];
  const name = node.type === 'dir' ? `${path}/` : path;
  const sum = hasher();
  sum.update(
    `name${name}mode${typeBits[node.type] | node.mode}uid${node.uid}gid${node.gid}size${size}typeflag${typeFlags[node.type]}linkname${target}` +
      `unamegnamedevmajor${major}devminor${minor}`,
  );
  if (node.type === 'file' && node.content.kind === 'described') sum.update(`described\0${node.content.seed}`);
  else if (node.type === 'file') for (const chunk of contentChunks(node.content)) sum.update(chunk);
  const hash = hex(sum.digest());
  known.set(node, { path, hash });
  return hash;
}

const hex = (digest: string): string => digest.replace(/^sha256:/, '');

/** `file:…` or `dir:…` of a source that is there; links on the way are followed. `path` has no leading slash. */
export function sourceHash(root: DirNode, path: string): string | undefined {
  const found = resolvePath(root, path);
  if ('error' in found || !found.node) return undefined;
  const { node } = found;
  const place = found.path.replace(/^\//, '');
  if (node.type !== 'dir') return `file:${nodeHash(place, node)}`;
  const hashes = place === '' ? [] : [nodeHash(place, node)];
  forEachBelow(node, (below, each) => {
    const at = `${place === '' ? '' : `${place}/`}${below.replace(/^\//, '')}`;
    hashes.push(linkedHash(root, at, each));
  });
  return `dir:${listHash(hashes.sort())}`;
}

/** A link inside a folder counts as what it leads to, and one that leads nowhere as its path. */
function linkedHash(root: DirNode, path: string, node: Node): string {
  if (node.type !== 'symlink') return nodeHash(path, node);
  const found = resolvePath(root, path);
  return 'error' in found || !found.node ? path : nodeHash(found.path.replace(/^\//, ''), found.node);
}

/** One checksum of several sources. */
export function joinedHash(hashes: readonly string[]): string {
  return hashes.length === 1 ? hashes[0]! : `multi:${listHash(hashes)}`;
}

const listHash = (hashes: readonly string[]): string => hex(sha256(hashes.join(',')));
