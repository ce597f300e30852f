/**
 * Inodes: the mutable face that a file system has while a command runs. Directories are loaded from the immutable tree
 * when they are first looked into, and `freeze` gives the tree back, sharing every node that nothing has changed.
 */
import { bytesOf, children, contentSize, dirOf, symlink, update } from '../../fs/index.ts';
import type { Content, DirNode, FileNode, Meta, Node, Origin, SpecialNode, SymlinkNode } from '../../fs/index.ts';
import { fromArray, toBytes, toText } from './byte-string.ts';

abstract class InodeBase {
  mode: number;
  uid: number;
  gid: number;
  #mtime: number;
  xattrs: ReadonlyMap<string, Uint8Array> | undefined;
  origin: Origin | undefined;
  /** Names that this run knows of. */
  links = 1;
  /** Where it lies on a mount that is read-only. */
  readonly frozen: boolean;
  readonly number: number;

  constructor(meta: Meta, number: number, frozen: boolean) {
    this.mode = meta.mode;
    this.uid = meta.uid;
    this.gid = meta.gid;
    this.#mtime = meta.mtime;
    this.xattrs = meta.xattrs;
    this.origin = meta.origin;
    this.number = number;
    this.frozen = frozen;
  }

  /** Virtual milliseconds since 1970. */
  get mtime(): number {
    this.lookedAt();
    return this.#mtime;
  }

  set mtime(time: number) {
    this.#mtime = time;
  }

  /** Must be called before every change of metadata. */
  abstract touched(): void;

  /** Called when something that changes with its content is asked for. */
  protected lookedAt(): void {}

  protected meta(): Meta {
    const { mode, uid, gid, xattrs, origin } = this;
    return { mode, uid, gid, mtime: this.#mtime, ...(xattrs && { xattrs }), ...(origin && { origin }) };
  }
}

export class FileInode extends InodeBase {
  readonly type = 'file';
  #source: FileNode | undefined;
  #content: Content;
  /** Bytes being written; the first `#length` count. */
  #buffer: Uint8Array | undefined;
  #length = 0;
  readonly #shared: object = {};
  readonly #read: ((content: Content) => void) | undefined;

  /** `read` is told of what is looked at as it was in the immutable tree. */
  constructor(node: FileNode, number: number, frozen: boolean, { isNew = false, read }: { readonly isNew?: boolean; readonly read?: ((content: Content) => void) | undefined } = {}) {
    super(node, number, frozen);
    this.#source = isNew ? undefined : node;
    this.#read = read;
    this.#content = node.content;
    this.hardlink = node.inode;
  }

  /** The object that names of one inode share in the immutable tree. */
  hardlink: object | undefined;

  protected override lookedAt(): void {
    if (!this.#buffer) this.#read?.(this.#content);
  }

  get size(): number {
    this.lookedAt();
    return this.#buffer ? this.#length : contentSize(this.#content);
  }

  /** Content as it is now; what is read from it stays valid after later writes. */
  get content(): Content {
    this.lookedAt();
    return this.#settled();
  }

  #settled(): Content {
    if (this.#buffer) {
      this.#content = { kind: 'bytes', bytes: this.#buffer.slice(0, this.#length) };
      this.#buffer = undefined;
    }
    return this.#content;
  }

  set content(content: Content) {
    this.touched();
    this.#buffer = undefined;
    this.#content = content;
  }

  /** The first bytes, by which a program tells what it is; nothing for what is only described. */
  get start(): string {
    return this.#buffer || this.#content.kind === 'bytes' ? this.read(0, 256) : '';
  }

  /** Whether its bytes are real, not described. */
  get isReal(): boolean {
    this.lookedAt();
    return this.#buffer !== undefined || this.#content.kind === 'bytes';
  }

  /** Bytes from `from` up to `to`, as a byte string. */
  read(from: number, to: number): string {
    this.lookedAt();
    if (this.#buffer) return fromArray(this.#buffer.subarray(from, Math.min(to, this.#length)));
    return fromArray(bytesOf(this.#content, Math.min(from, this.size), Math.min(to, this.size)));
  }

  write(at: number, bytes: string): void {
    this.touched();
    this.lookedAt();
    const end = at + bytes.length;
    const old = this.#buffer ?? bytesOf(this.#content);
    if (!this.#buffer) this.#length = old.length;
    if (!this.#buffer || end > old.length) {
      const grown = new Uint8Array(Math.max(end, Math.min(old.length * 2, old.length + (1 << 22)), 64));
      grown.set(old.subarray(0, this.#length));
      this.#buffer = grown;
    }
    for (let i = 0; i < bytes.length; i++) this.#buffer[at + i] = bytes.charCodeAt(i);
    this.#length = Math.max(this.#length, end);
  }

  touched(): void {
    this.#source = undefined;
    this.hardlink = undefined;
  }

  freeze(): FileNode {
    if (this.#source) return this.#source;
    const inode = this.links > 1 ? { inode: this.#shared } : {};
    this.#source = { type: 'file', ...this.meta(), content: this.#settled(), ...inode };
    return this.#source;
  }
}

export class DirInode extends InodeBase {
  readonly type = 'dir';
  readonly #source: DirNode;
  readonly #isNew: boolean;
  readonly #loaded = new Map<string, Inode>();
  readonly #removed = new Set<string>();
  #all = false;
  readonly #load: (node: Node) => Inode;
  /** What is mounted over names in it; never part of the tree that is given back. */
  mounted: Map<string, Inode> | undefined;

  constructor(node: DirNode, number: number, frozen: boolean, load: (node: Node) => Inode, isNew = false) {
    super(node, number, frozen);
    this.#source = node;
    this.#isNew = isNew;
    this.#load = load;
  }

  get(name: string): Inode | undefined {
    return this.mounted?.get(name) ?? this.#own(name);
  }

  #own(name: string): Inode | undefined {
    const known = this.#loaded.get(name);
    if (known || this.#removed.has(name)) return known;
    const node = this.#source.entries.get(toText(name));
    if (!node) return undefined;
    const inode = this.#load(node);
    this.#loaded.set(name, inode);
    return inode;
  }

  set(name: string, inode: Inode): void {
    this.#loaded.set(name, inode);
    this.#removed.delete(name);
  }

  delete(name: string): void {
    this.#loaded.delete(name);
    if (this.#source.entries.get(toText(name))) this.#removed.add(name);
  }

  /** Names in byte order. */
  names(): string[] {
    if (!this.#all) {
      for (const [name] of children(this.#source)) this.#own(toBytes(name));
      this.#all = true;
    }
    const names = new Set([...this.#loaded.keys(), ...(this.mounted?.keys() ?? [])]);
    return [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }

  get empty(): boolean {
    return this.names().length === 0;
  }

  touched(): void {}

  #sameMeta(): boolean {
    const { mode, uid, gid, mtime, xattrs } = this.#source;
    return this.mode === mode && this.uid === uid && this.gid === gid && this.mtime === mtime && this.xattrs === xattrs;
  }

  freeze(): DirNode {
    const changes: [string, Node | undefined][] = [];
    for (const name of this.#removed) changes.push([toText(name), undefined]);
    for (const [name, inode] of this.#loaded) {
      const text = toText(name);
      const node = inode.freeze();
      if (this.#source.entries.get(text) !== node) changes.push([text, node]);
    }
    if (changes.length === 0 && !this.#isNew && this.#sameMeta()) return this.#source;
    let dir: DirNode;
    if (changes.length * 4 > this.#source.entries.size) {
      const entries = new Map(children(this.#source));
      for (const [name, node] of changes) {
        if (node) entries.set(name, node);
        else entries.delete(name);
      }
      dir = dirOf(entries);
    } else {
      dir = this.#source;
      for (const [name, node] of changes) dir = update(dir, name, () => node);
    }
    return { type: 'dir', ...this.meta(), entries: dir.entries };
  }
}

export class SymlinkInode extends InodeBase {
  readonly type = 'symlink';
  /** A byte string. */
  readonly target: string;
  #source: SymlinkNode | undefined;

  constructor(node: SymlinkNode, number: number, frozen: boolean, isNew = false) {
    super(node, number, frozen);
    this.target = toBytes(node.target);
    this.#source = isNew ? undefined : node;
  }

  touched(): void {
    this.#source = undefined;
  }

  freeze(): SymlinkNode {
    this.#source ??= symlink(toText(this.target), this.meta());
    return this.#source;
  }
}

export class SpecialInode extends InodeBase {
  readonly type: SpecialNode['type'];
  readonly major: number;
  readonly minor: number;
  #source: SpecialNode | undefined;

  constructor(node: SpecialNode, number: number, frozen: boolean, isNew = false) {
    super(node, number, frozen);
    this.type = node.type;
    this.major = node.major;
    this.minor = node.minor;
    this.#source = isNew ? undefined : node;
  }

  touched(): void {
    this.#source = undefined;
  }

  freeze(): SpecialNode {
    this.#source ??= { type: this.type, ...this.meta(), major: this.major, minor: this.minor };
    return this.#source;
  }
}

export type Inode = FileInode | DirInode | SymlinkInode | SpecialInode;
