/** Bytes of the packets of a transfer (fsutil `types/wire.proto`): protobuf, fields with zero values left out. */
import { contentSize, forEachChild } from '../fs/index.ts';
import type { DirNode, Node } from '../fs/index.ts';
import { utf8Length } from '../source/utf8.ts';

/** Contents travel in pieces of this many bytes. */
const PIECE = 32 * 1024;
/** Go's `fs.FileMode` bits. */
const GO_MODES: Readonly<Record<Node['type'], number>> = {
  file: 0, socket: 0, dir: 2 ** 31, symlink: 2 ** 27, block: 2 ** 26, char: 2 ** 26 + 2 ** 21, fifo: 2 ** 25,
};

function varint(value: number): number {
  if (value < 0) return 10;
  let size = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) size++;
  return size;
}

const numberField = (value: number) => (value === 0 ? 0 : 1 + varint(value));
const bytesField = (length: number) => 1 + varint(length) + length;
const textField = (text: string) => (text === '' ? 0 : bytesField(utf8Length(text)));

function goMode(node: Node): number {
  const special = (node.mode & 0o4000 ? 2 ** 23 : 0) + (node.mode & 0o2000 ? 2 ** 22 : 0) + (node.mode & 0o1000 ? 2 ** 20 : 0);
  return GO_MODES[node.type] + special + (node.type === 'symlink' ? 0o777 : node.mode & 0o777);
}

function sizeField(node: Node): number {
  return node.type === 'file' ? contentSize(node.content) : node.type === 'symlink' ? utf8Length(node.target) : 0;
}

function statBytes(path: string, node: Node, linkname: string): number {
  let xattrs = 0;
  for (const [key, value] of node.xattrs ?? []) {
    if (!key.startsWith('com.apple.')) xattrs += bytesField(bytesField(utf8Length(key)) + bytesField(value.length));
  }
  const device = 'major' in node ? numberField(node.major) + numberField(node.minor) : 0;
  const time = Math.round(node.mtime * 1e6);
  return (
    textField(path) + numberField(goMode(node)) + numberField(node.uid) + numberField(node.gid) + numberField(sizeField(node)) +
    numberField(time) + textField(linkname) + device + xattrs
  );
}

function dataBytes(id: number, size: number): number {
  const head = 2 + numberField(id);
  let bytes = head;
  for (let left = size; left > 0; left -= PIECE) bytes += head + bytesField(Math.min(left, PIECE));
  return bytes;
}

/** A part of a list that asks for nothing, at one place: its bytes and entries, where no hard link joins it to other parts. */
interface ListedPart {
  readonly path: string;
  readonly bytes: number;
  readonly entries: number;
}

const listed = new WeakMap<DirNode, ListedPart>();

/** Which files a builder asks for, by path: a directory that `holds` says no to has none below it. */
export interface Requests {
  has(path: string): boolean;
  holds(path: string): boolean;
}

/** Bytes that a builder receives for a tree: its list, the contents of the files it asks for, and the end. */
export function packetBytes(root: DirNode, requests: Requests): number {
  const firstNames = new Map<object, string>();
  let bytes = 2;
  let id = 0;
  let links = 0;
  const visit = (path: string, node: Node) => {
    let linkname = node.type === 'symlink' ? node.target : '';
    if (node.type === 'file' && node.inode) {
      links++;
      linkname = firstNames.get(node.inode) ?? '';
      if (linkname === '') firstNames.set(node.inode, path);
    }
    bytes += bytesField(statBytes(path, node, linkname));
    if (node.type === 'file' && linkname === '' && requests.has(path)) bytes += dataBytes(id, contentSize(node.content));
    id++;
    if (node.type === 'dir') visitBelow(path, node);
  };
  const visitBelow = (path: string, dir: DirNode) => {
    const quiet = !requests.holds(path);
    const known = quiet ? listed.get(dir) : undefined;
    if (known?.path === path) {
      bytes += known.bytes;
      id += known.entries;
      return;
    }
    const before = { bytes, id, links };
    forEachChild(dir, (name, child) => visit(`${path}/${name}`, child));
    if (quiet && links === before.links) listed.set(dir, { path, bytes: bytes - before.bytes, entries: id - before.id });
  };
  forEachChild(root, visit);
  return bytes;
}
