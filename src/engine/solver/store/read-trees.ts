/** Tables of plain data from elsewhere → trees, within limits that keep walking and hashing them bearable. */
import { dirOf, fromBase64 } from '../../fs/index.ts';
import type { Content, DirNode, Meta, Node, Origin } from '../../fs/index.ts';
import { list, must, record, text, time, whole, word } from './checked.ts';

/** Most rows of one table. */
export const mostRows = 1_000_000;
/** Most names in one tree, counting what is there twice twice. */
const mostNames = 2_000_000;
/** Deepest path. */
const mostLevels = 1_000;
/** Most bytes in one tree. */
const mostBytes = 2 ** 36;
const mostId = 2 ** 32;

interface Weighed {
  readonly dir: DirNode;
  readonly names: number;
  readonly levels: number;
  readonly bytes: number;
}

/** The folders of a table, in its order. */
export function readTrees(dirs: unknown, contents: unknown): readonly DirNode[] {
  const files = list(contents, 'contents', mostRows).map(readContent);
  const inodes = new Map<number, { readonly inode: object; readonly content: Content }>();
  const read: Weighed[] = [];
  for (const row of list(dirs, 'dirs', mostRows)) read.push(readDir(row, read, files, inodes));
  return read.map(({ dir }) => dir);
}

function readContent(value: unknown): Content {
  if (typeof value === 'string') return { kind: 'bytes', bytes: fromBase64(value) };
  const { size, seed } = record(value, 'a content');
  return { kind: 'described', size: whole(size, 'a size', mostBytes), seed: text(seed, 'a seed') };
}

type Inodes = Map<number, { readonly inode: object; readonly content: Content }>;

function readDir(value: unknown, read: readonly Weighed[], files: readonly Content[], inodes: Inodes): Weighed {
  const row = record(value, 'a folder');
  const entries = new Map<string, Node>();
  let names = 1;
  let levels = 0;
  let bytes = 0;
  for (const entry of list(row.entries, 'entries', mostRows)) {
    const [name, node] = list(entry, 'an entry', 2);
    must(isName(name) && !entries.has(name), 'a folder has a name that is none, or one twice');
    const given = record(node, 'a node');
    if ('dir' in given) {
      const below = read[whole(given.dir, 'a folder in a folder', read.length)]!;
      names += below.names;
      levels = Math.max(levels, below.levels);
      bytes += below.bytes;
      entries.set(name, below.dir);
    } else {
      const leaf = readLeaf(given, files, inodes);
      names++;
      if (leaf.type === 'file') bytes += leaf.content.kind === 'bytes' ? leaf.content.bytes.length : leaf.content.size;
      entries.set(name, leaf);
    }
  }
  must(names <= mostNames && levels < mostLevels && bytes <= mostBytes, 'a tree is too large');
  return { dir: dirOf(entries, readMeta(row)), names, levels: levels + 1, bytes };
}

const isName = (name: unknown): name is string =>
  typeof name === 'string' && name !== '' && name !== '.' && name !== '..' && name.length <= 255 && !/[/\0]/.test(name);

function readLeaf(given: Readonly<Record<string, unknown>>, files: readonly Content[], inodes: Inodes): Exclude<Node, DirNode> {
  const meta = readMeta(given);
  if ('link' in given) return { type: 'symlink', ...meta, target: text(given.link, 'a link') };
  if ('special' in given) {
    const type = word(given.special, 'a special file', ['char', 'block', 'fifo', 'socket']);
    const [major, minor] = list(given.device, 'a device', 2);
    return { type, ...meta, major: whole(major, 'a device', mostId), minor: whole(minor, 'a device', mostId) };
  }
  const content = files[whole(given.file, 'a file', files.length)]!;
  if (given.inode === undefined) return { type: 'file', ...meta, content };
  const number = whole(given.inode, 'an inode', mostRows);
  const known = inodes.get(number) ?? { inode: {}, content };
  must(known.content === content, 'an inode has two contents');
  inodes.set(number, known);
  return { type: 'file', ...meta, content, inode: known.inode };
}

function readMeta(given: Readonly<Record<string, unknown>>): Meta {
  const [mode, uid, gid, mtime] = list(given.meta, 'metadata', 4);
  const xattrs = given.xattrs === undefined ? [] : Object.entries(record(given.xattrs, 'extended attributes'));
  return {
    mode: whole(mode, 'a mode', 0o10000),
    uid: whole(uid, 'an owner', mostId),
    gid: whole(gid, 'a group', mostId),
    mtime: time(mtime, 'a modification time'),
    ...(xattrs.length > 0 && { xattrs: new Map(xattrs.map(([name, value]) => [name, fromBase64(text(value, name))])) }),
    ...(given.origin !== undefined && { origin: readOrigin(given.origin) }),
  };
}

function readOrigin(value: unknown): Origin {
  const { by, path, command } = record(value, 'an origin');
  return {
    by: text(by, 'an origin'),
    ...(path !== undefined && { path: text(path, 'an origin') }),
    ...(command !== undefined && { command: text(command, 'an origin') }),
  };
}
