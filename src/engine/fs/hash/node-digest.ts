/**
 * Digests of nodes as BuildKit's `cache/contenthash` records them: the fields of a tar header without name and time, then the
 * bytes. Memoised by node, so that after an edit only the nodes on the way to the root are hashed again.
 */
import { contentSize } from '../content.ts';
import { forEachChild } from '../entries.ts';
import type { Content, Digest, DirNode, Node } from '../node.ts';
import { hasher, sha256 } from '../sha256.ts';
import type { Hasher } from '../sha256.ts';

const TYPE_FLAGS: Readonly<Record<Node['type'], string>> = { file: '0', dir: '5', symlink: '2', char: '3', block: '4', fifo: '6', socket: '0' };

const isHashed = (key: string) => key === 'security.capability' || !(key.startsWith('security.') || key.startsWith('system.'));

function headerText(node: Node): string {
  const mode = node.type === 'symlink' ? 0o777 : node.mode & 0o7777;
  const size = node.type === 'file' ? contentSize(node.content) : 0;
  const target = node.type === 'symlink' ? node.target : '';
  const [major, minor] = 'major' in node ? [node.major, node.minor] : [0, 0];
  return `namemode${mode}uid${node.uid}gid${node.gid}size${size}typeflag${TYPE_FLAGS[node.type]}linkname${target}unamegnamedevmajor${major}devminor${minor}`;
}

function writeHeader(sum: Hasher, node: Node): void {
  sum.update(headerText(node));
  if (!node.xattrs) return;
  const keys = [...node.xattrs.keys()].filter(isHashed).sort();
  for (const key of keys) sum.update(key).update(node.xattrs.get(key)!);
}

/**
 * What of a content enters its record: the bytes. Of a described one its seed, which the bytes are a function of: a model's output
 * of many megabytes is compared on each keystroke, and no recorded digest can be met by bytes that stand in for others.
 */
const keyedContent = (content: Content): Uint8Array | string => (content.kind === 'bytes' ? content.bytes : `described\0${content.seed}`);

const headers = new WeakMap<DirNode, Digest>();
const records = new WeakMap<Node, Digest>();
const localRoots = new WeakMap<DirNode, Digest>();
const EMPTY = sha256('');

/** The header record of a directory: its own metadata, nothing of what is in it. */
export function headerDigest(dir: DirNode): Digest {
  let digest = headers.get(dir);
  if (!digest) {
    const sum = hasher();
    writeHeader(sum, dir);
    digest = sum.digest();
    headers.set(dir, digest);
  }
  return digest;
}

function contentsDigest(dir: DirNode, header: Digest): Digest {
  const sum = hasher();
  let text = `\0${header}`;
  forEachChild(dir, (name, node) => {
    text += `\0${name}${nodeDigest(node)}`;
    if (text.length < 8192) return;
    sum.update(text);
    text = '';
  });
  return sum.update(text).digest();
}

/** The record of a node: a file with its header and bytes, a directory with its header and all that is below it. */
export function nodeDigest(node: Node): Digest {
  let digest = records.get(node);
  if (digest) return digest;
  if (node.type === 'dir') digest = contentsDigest(node, headerDigest(node));
  else {
    const sum = hasher();
    writeHeader(sum, node);
    if (node.type === 'file') sum.update(keyedContent(node.content));
    digest = sum.digest();
  }
  records.set(node, digest);
  return digest;
}

/** The record of a local context's root, whose header is the digest of nothing. */
export function localRootDigest(root: DirNode): Digest {
  let digest = localRoots.get(root);
  if (!digest) {
    digest = contentsDigest(root, EMPTY);
    localRoots.set(root, digest);
  }
  return digest;
}
