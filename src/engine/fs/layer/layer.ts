/** A layer: the difference of two trees as the entries of a tar (containerd `pkg/archive`, `ChangeWriter`). */
import { contentSize } from '../content.ts';
import type { Digest, DirNode, Node } from '../node.ts';
import { get } from '../paths.ts';
import { hasher } from '../sha256.ts';
import { diff } from './diff.ts';
import { WHITEOUT } from './entry.ts';
import type { LayerEntry } from './entry.ts';
import { tarChunks } from '../archive/tar-write.ts';

export interface LayerOptions {
  /** Seconds since 1970; later times become this one (`SOURCE_DATE_EPOCH` with `rewrite-timestamp=true`). */
  readonly sourceDateEpoch?: number | undefined;
}

/** Digest of the uncompressed tar, and its bytes. */
export interface LayerDigest {
  readonly diffId: Digest;
  readonly size: number;
}

const CAPABILITY = 'security.capability';

function entryOf(path: string, node: Exclude<Node, { type: 'socket' }>, epoch: number): LayerEntry {
  const { mode, uid, gid, origin } = node;
  const capability = node.xattrs?.get(CAPABILITY);
  const common = {
    mode: node.type === 'symlink' ? 0o777 : mode & 0o7777,
    uid,
    gid,
    size: 0,
    mtime: Math.min(Math.floor(node.mtime / 1000), epoch),
    ...(capability && { xattrs: new Map([[CAPABILITY, capability]]) }),
    ...(origin && { origin }),
  };
  if (node.type === 'dir') return { path: path + '/', type: 'dir', ...common };
  if (node.type === 'symlink') return { path, type: 'symlink', ...common, linkname: node.target };
  if (node.type === 'file') return { path, type: 'file', ...common, size: contentSize(node.content), content: node.content };
  return { path, type: node.type as 'char' | 'block' | 'fifo', ...common, major: node.major, minor: node.minor };
}

function whiteout(path: string): LayerEntry {
  const cut = path.lastIndexOf('/') + 1;
  return { path: path.slice(0, cut) + WHITEOUT + path.slice(cut), type: 'file', mode: 0, uid: 0, gid: 0, size: 0, mtime: 0, whiteout: true };
}

/** The entries of the layer that leads from `lower` to `upper`, in writing order, with the directories above what changed. */
export function layerEntries(lower: DirNode, upper: DirNode, options: LayerOptions = {}): readonly LayerEntry[] {
  const epoch = options.sourceDateEpoch ?? Infinity;
  const entries: LayerEntry[] = [];
  const written = new Set<string>();
  const firstNames = new Map<object, string>();
  const writeParents = (path: string) => {
    const missing: string[] = [];
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const dir = path.slice(0, slash);
      if (written.has(dir)) break;
      written.add(dir);
      missing.push(dir);
    }
    for (const dir of missing.reverse()) entries.push(entryOf(dir, get(upper, dir) as DirNode, epoch));
  };
  let lastParent = '';
  for (const { kind, path, node } of diff(lower, upper)) {
    if (node.type === 'socket' && kind !== 'delete') continue;
    const parent = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    if (parent !== lastParent) writeParents(path);
    lastParent = parent;
    if (kind === 'delete') {
      entries.push(whiteout(path));
      continue;
    }
    if (node.type === 'dir') {
      if (written.has(path)) continue;
      written.add(path);
    }
    const entry = entryOf(path, node as Exclude<Node, { type: 'socket' }>, epoch);
    const first = node.type === 'file' && node.inode ? firstNames.get(node.inode) : undefined;
    if (node.type === 'file' && node.inode && first === undefined) firstNames.set(node.inode, path);
    if (first === undefined) entries.push(entry);
    else {
      const { content: _, ...rest } = entry;
      entries.push({ ...rest, type: 'link', size: 0, linkname: first });
    }
  }
  return entries;
}

const digests = new WeakMap<DirNode, WeakMap<DirNode, Map<number | undefined, LayerDigest>>>();

/** diffID and size of entries written as a tar. Described contents are streamed, never held whole. */
export function tarDigest(entries: Iterable<LayerEntry>): LayerDigest {
  const sum = hasher();
  let size = 0;
  for (const chunk of tarChunks(entries)) {
    sum.update(chunk);
    size += chunk.length;
  }
  return { diffId: sum.digest(), size };
}

/** diffID and size of the layer between two trees. Memoised by the trees. */
export function layerDigest(lower: DirNode, upper: DirNode, options: LayerOptions = {}): LayerDigest {
  const epoch = options.sourceDateEpoch;
  let byUpper = digests.get(lower);
  if (!byUpper) digests.set(lower, (byUpper = new WeakMap()));
  let byEpoch = byUpper.get(upper);
  if (!byEpoch) byUpper.set(upper, (byEpoch = new Map()));
  let digest = byEpoch.get(epoch);
  if (!digest) byEpoch.set(epoch, (digest = tarDigest(layerEntries(lower, upper, options))));
  return digest;
}
