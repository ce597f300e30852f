/** Trees as tables of plain data: every folder and every content once, folders after those that are in them. */
import { bytesOf, children } from '../../fs/index.ts';
import type { Content, DirNode, Meta, Node } from '../../fs/index.ts';
import { encodeBase64 } from '../keys/base64.ts';

/** Mode, owner, group, modification time; then what few nodes have. */
export interface MetaJson {
  readonly meta: readonly [mode: number, uid: number, gid: number, mtime: number];
  /** In base64. */
  readonly xattrs?: Readonly<Record<string, string>>;
  readonly origin?: { readonly by: string; readonly path?: string; readonly command?: string };
}

/** Bytes in base64, or the description of generated ones. */
export type ContentJson = string | { readonly size: number; readonly seed: string };

/** What a name in a folder stands for. Numbers are places in the tables; equal `inode` numbers are one inode. */
export type NodeJson =
  | { readonly dir: number }
  | (MetaJson & { readonly file: number; readonly inode?: number })
  | (MetaJson & { readonly link: string })
  | (MetaJson & { readonly special: 'char' | 'block' | 'fifo' | 'socket'; readonly device: readonly [major: number, minor: number] });

/** A folder. */
export interface DirJson extends MetaJson {
  readonly entries: readonly (readonly [name: string, node: NodeJson])[];
}

/** Takes trees and makes the tables. */
export class TreeWriter {
  readonly dirs: DirJson[] = [];
  readonly contents: ContentJson[] = [];
  readonly #dirs = new Map<DirNode, number>();
  readonly #contents = new Map<Content, number>();
  readonly #inodes = new Map<object, number>();

  /** The folder's place in `dirs`. */
  dir(root: DirNode): number {
    const pending = [root];
    for (let dir = pending.at(-1); dir; dir = pending.at(-1)) {
      const open: DirNode[] = [];
      if (!this.#dirs.has(dir)) for (const [, node] of children(dir)) if (node.type === 'dir' && !this.#dirs.has(node)) open.push(node);
      if (open.length > 0) pending.push(...open);
      else {
        pending.pop();
        if (!this.#dirs.has(dir)) this.#add(dir);
      }
    }
    return this.#dirs.get(root)!;
  }

  #add(dir: DirNode): void {
    const entries = [...children(dir)].map(([name, node]) => [name, this.#node(node)] as const);
    this.#dirs.set(dir, this.dirs.length);
    this.dirs.push({ ...metaJson(dir), entries });
  }

  #node(node: Node): NodeJson {
    switch (node.type) {
      case 'dir':
        return { dir: this.#dirs.get(node)! };
      case 'file':
        return { ...metaJson(node), file: this.#content(node.content), ...(node.inode && { inode: numberOf(this.#inodes, node.inode) }) };
      case 'symlink':
        return { ...metaJson(node), link: node.target };
      default:
        return { ...metaJson(node), special: node.type, device: [node.major, node.minor] };
    }
  }

  #content(content: Content): number {
    const place = numberOf(this.#contents, content);
    if (place < this.contents.length) return place;
    this.contents.push(content.kind === 'bytes' ? encodeBase64(bytesOf(content)) : { size: content.size, seed: content.seed });
    return place;
  }
}

function numberOf<T>(numbers: Map<T, number>, value: T): number {
  let number = numbers.get(value);
  if (number === undefined) numbers.set(value, (number = numbers.size));
  return number;
}

function metaJson({ mode, uid, gid, mtime, xattrs, origin }: Meta): MetaJson {
  return {
    meta: [mode, uid, gid, mtime],
    ...(xattrs && { xattrs: Object.fromEntries([...xattrs].map(([name, value]) => [name, encodeBase64(value)])) }),
    ...(origin && { origin }),
  };
}
