/**
 * System calls on the virtual file system: path walking with links, permission checks, ownership and times as Linux has
 * them. A call that fails throws a `SystemFault`. All names and paths are byte strings.
 */
import { emptyDir, file, special, symlink } from '../../fs/index.ts';
import type { Content, DirNode, Node, Origin, SpecialNode } from '../../fs/index.ts';
import type { ReadLog } from '../request.ts';
import { toText } from './byte-string.ts';
import { SystemFault } from './errno.ts';
import type { Errno } from './errno.ts';
import { DirInode, FileInode, SpecialInode, SymlinkInode } from './inode.ts';
import type { Inode } from './inode.ts';

/** On whose behalf a call is made. */
export interface Actor {
  readonly cwd: string;
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
  readonly umask: number;
  /** The command that new files are attributed to. */
  readonly command: string;
}

/** Where a path leads: the directory and the name in it, and the inode where there is one. `path` has no links in it. */
export interface Place {
  readonly path: string;
  readonly dir: DirInode;
  readonly name: string;
  readonly inode?: Inode | undefined;
}

export const READ = 4;
export const WRITE = 2;
export const EXECUTE = 1;

/** All that may follow the last name of a path. */
const NOTHING_MORE = /^(?:\/\.?)*$/;
const WANTS_DIRECTORY = /\/\.*$/;
const SLASH = 0x2f;

const MAX_LINKS = 40;
const MAX_NAME = 255;
const MAX_PATH = 4096;

function noteIn(reads: ReadLog, by: string): (content: Content) => void {
  return (content) => {
    const readers = reads.get(content);
    if (readers) readers.add(by);
    else reads.set(content, new Set([by]));
  };
}

export class FileSystem {
  readonly root: DirInode;
  readonly #now: () => number;
  readonly #by: string;
  readonly #read: ((content: Content) => void) | undefined;
  #numbers = 1;
  #attributed = '';
  #lastOrigin: Origin;

  constructor(root: DirNode, now: () => number, by: string, reads?: ReadLog) {
    this.#now = now;
    this.#by = by;
    this.#lastOrigin = { by, command: '' };
    this.#read = reads && noteIn(reads, by);
    this.root = this.load(root, false) as DirInode;
  }

  /** The inode of an immutable node; `frozen` where it and all below cannot be written to. */
  load(node: Node, frozen: boolean): Inode {
    const number = this.#numbers++;
    if (node.type === 'dir') return new DirInode(node, number, frozen, (child) => this.load(child, frozen));
    if (node.type === 'file') return new FileInode(node, number, frozen, { read: this.#read });
    if (node.type === 'symlink') return new SymlinkInode(node, number, frozen);
    return new SpecialInode(node, number, frozen);
  }

  /** Walks a path. `follow` says whether a link in the last place is followed; what is missing there is no failure. */
  locate(actor: Actor, path: string, follow = true): Place {
    const found = this.#walk(actor, path, follow);
    if (typeof found === 'string') throw SystemFault.of(found);
    return found;
  }

  /** The same with the number of the failure: most walks look for what is not there, and throwing costs more than walking. */
  #walk(actor: Actor, path: string, follow: boolean): Place | Errno {
    if (path === '') return 'ENOENT';
    if (path.length >= MAX_PATH) return 'ENAMETOOLONG';
    const names: string[] = [];
    const dirs: DirInode[] = [this.root];
    let rest = path[0] === '/' ? path : `${actor.cwd}/${path}`;
    let links = 0;
    for (let at = 0, end = 0; at < rest.length; at = end) {
      while (rest.charCodeAt(at) === SLASH) at++;
      end = rest.indexOf('/', at);
      if (end < 0) end = rest.length;
      const name = rest.slice(at, end);
      if (name === '' || name === '.') continue;
      if (name === '..') {
        if (names.pop() !== undefined) dirs.pop();
        continue;
      }
      const dir = dirs.at(-1)!;
      if (!this.allows(actor, dir, EXECUTE)) return 'EACCES';
      if (name.length > MAX_NAME) return 'ENAMETOOLONG';
      const inode = dir.get(name);
      if (inode?.type === 'dir') {
        names.push(name);
        dirs.push(inode);
        continue;
      }
      const last = end === rest.length || NOTHING_MORE.test(rest.slice(end));
      const wantsDir = path.length > 1 && WANTS_DIRECTORY.test(path);
      if (inode?.type === 'symlink' && (!last || follow || wantsDir)) {
        if (++links > MAX_LINKS) return 'ELOOP';
        if (inode.target[0] === '/') names.length = dirs.length = 0;
        if (dirs.length === 0) dirs.push(this.root);
        rest = inode.target + rest.slice(end);
        end = 0;
        continue;
      }
      if (!last) return inode ? 'ENOTDIR' : 'ENOENT';
      if (inode && wantsDir) return 'ENOTDIR';
      names.push(name);
      return new Found(names, dir, name, inode);
    }
    return new Found(names, dirs.at(-2) ?? this.root, names.at(-1) ?? '', dirs.at(-1)!);
  }

  /** The inode at a path. */
  find(actor: Actor, path: string, follow = true): Inode {
    const { inode } = this.locate(actor, path, follow);
    if (!inode) throw SystemFault.of('ENOENT');
    return inode;
  }

  /** The same, or undefined for whatever reason. */
  peek(actor: Actor, path: string, follow = true): Inode | undefined {
    const found = this.#walk(actor, path, follow);
    return typeof found === 'string' ? undefined : found.inode;
  }

  /** Whether the actor has all the permissions in `bits`; root lacks only execution of what nobody may execute. */
  allows(actor: Actor, inode: Inode, bits: number): boolean {
    if (actor.uid === 0) return (bits & EXECUTE) === 0 || inode.type === 'dir' || (inode.mode & 0o111) !== 0;
    const shift = actor.uid === inode.uid ? 6 : actor.gid === inode.gid || actor.groups.includes(inode.gid) ? 3 : 0;
    return ((inode.mode >> shift) & bits) === bits;
  }

  /** The file at a path opened for writing; made with `mode` less the umask where it is missing. */
  create(actor: Actor, path: string, options: { truncate?: boolean; exclusive?: boolean; mode?: number } = {}): Inode {
    const { dir, name, inode } = this.locate(actor, path, !options.exclusive);
    if (inode) {
      if (options.exclusive) throw SystemFault.of('EEXIST');
      if (inode.type === 'dir') throw SystemFault.of('EISDIR');
      if (!this.allows(actor, inode, WRITE)) throw SystemFault.of('EACCES');
      if (inode.frozen) throw SystemFault.of('EROFS');
      if (options.truncate && inode.type === 'file' && inode.size > 0) {
        inode.content = { kind: 'bytes', bytes: new Uint8Array(0) };
        this.modified(actor, inode);
      }
      return inode;
    }
    if (path.endsWith('/')) throw SystemFault.of('EISDIR');
    const made = file('', this.#meta(actor, dir, (options.mode ?? 0o666) & ~actor.umask));
    return this.#add(actor, dir, name, new FileInode(made, this.#numbers++, false, { isNew: true }));
  }

  mkdir(actor: Actor, path: string, mode = 0o777): DirInode {
    const { dir, name, inode } = this.locate(actor, path, false);
    if (inode) throw SystemFault.of('EEXIST');
    const setgid = dir.mode & 0o2000;
    const made = emptyDir(this.#meta(actor, dir, (mode & ~actor.umask) | setgid));
    return this.#add(actor, dir, name, new DirInode(made, this.#numbers++, false, (child) => this.load(child, false), true));
  }

  symlink(actor: Actor, target: string, path: string): void {
    const { dir, name, inode } = this.locate(actor, path, false);
    if (inode) throw SystemFault.of('EEXIST');
    this.#add(actor, dir, name, new SymlinkInode(symlink(toText(target), this.#meta(actor, dir, 0o777)), this.#numbers++, false, true));
  }

  mknod(actor: Actor, path: string, type: SpecialNode['type'], mode: number, device?: { major: number; minor: number }): void {
    const { dir, name, inode } = this.locate(actor, path, false);
    if (inode) throw SystemFault.of('EEXIST');
    const node = special(type, device, this.#meta(actor, dir, mode & ~actor.umask));
    this.#add(actor, dir, name, new SpecialInode(node, this.#numbers++, false, true));
  }

  /** Gives what is at `from` the second name `to`; a link itself is linked, not what it leads to. */
  link(actor: Actor, from: string, to: string, follow = false): void {
    const inode = this.find(actor, from, follow);
    if (inode.type === 'dir') throw SystemFault.of('EPERM');
    const place = this.locate(actor, to, false);
    if (place.inode) throw SystemFault.of('EEXIST');
    if (inode.frozen !== place.dir.frozen) throw SystemFault.of('EXDEV');
    inode.touched();
    inode.links++;
    this.#add(actor, place.dir, place.name, inode);
  }

  unlink(actor: Actor, path: string): void {
    const { dir, name, inode } = this.locate(actor, path, false);
    if (!inode) throw SystemFault.of('ENOENT');
    if (inode.type === 'dir') throw SystemFault.of('EISDIR');
    this.#take(actor, dir, name, inode);
  }

  rmdir(actor: Actor, path: string): void {
    const { dir, name, inode } = this.locate(actor, path, false);
    if (!inode) throw SystemFault.of('ENOENT');
    if (inode.type !== 'dir') throw SystemFault.of('ENOTDIR');
    if (inode === this.root) throw SystemFault.of('EBUSY');
    if (/(^|\/)\.\/*$/.test(path)) throw SystemFault.of('EINVAL');
    if (!inode.empty) throw SystemFault.of('ENOTEMPTY');
    this.#take(actor, dir, name, inode);
  }

  rename(actor: Actor, from: string, to: string): void {
    const source = this.locate(actor, from, false);
    if (!source.inode) throw SystemFault.of('ENOENT');
    const target = this.locate(actor, to, false);
    if (source.inode === target.inode) return;
    if (source.dir.frozen !== target.dir.frozen) throw SystemFault.of('EXDEV');
    if (source.inode.type === 'dir' && `${target.path}/`.startsWith(`${source.path}/`)) throw SystemFault.of('EINVAL');
    if (target.inode) {
      if (target.inode.type === 'dir' && source.inode.type !== 'dir') throw SystemFault.of('EISDIR');
      if (target.inode.type !== 'dir' && source.inode.type === 'dir') throw SystemFault.of('ENOTDIR');
      if (target.inode.type === 'dir' && !target.inode.empty) throw SystemFault.of('ENOTEMPTY');
      this.#take(actor, target.dir, target.name, target.inode);
    }
    this.#take(actor, source.dir, source.name, source.inode);
    source.inode.links++;
    this.#add(actor, target.dir, target.name, source.inode);
  }

  chmod(actor: Actor, inode: Inode, mode: number): void {
    this.#owns(actor, inode);
    if (inode.mode === mode) return;
    inode.touched();
    inode.mode = mode;
    this.#attribute(actor, inode);
  }

  /** Numbers of -1 stay. Files lose setuid and setgid, as Linux has it. */
  chown(actor: Actor, inode: Inode, uid: number, gid: number): void {
    if (inode.frozen) throw SystemFault.of('EROFS');
    const toOwnGroup = (uid === -1 || uid === inode.uid) && (gid === -1 || gid === actor.gid || actor.groups.includes(gid));
    if (actor.uid !== 0 && !(actor.uid === inode.uid && toOwnGroup)) throw SystemFault.of('EPERM');
    const changes = (uid !== -1 && uid !== inode.uid) || (gid !== -1 && gid !== inode.gid);
    if (!changes) return;
    inode.touched();
    if (uid !== -1) inode.uid = uid;
    if (gid !== -1) inode.gid = gid;
    if (inode.type === 'file') inode.mode &= inode.mode & 0o010 ? ~0o6000 : ~0o4000;
    this.#attribute(actor, inode);
  }

  /** Sets the modification time: `undefined` is now. */
  utimes(actor: Actor, inode: Inode, mtime?: number): void {
    if (inode.frozen) throw SystemFault.of('EROFS');
    if (mtime !== undefined) this.#owns(actor, inode);
    else if (actor.uid !== inode.uid && !this.allows(actor, inode, WRITE)) throw SystemFault.of('EACCES');
    inode.touched();
    inode.mtime = mtime ?? this.#now();
    this.#attribute(actor, inode);
  }

  /** Marks a file as written to by the actor now. */
  modified(actor: Actor, inode: Inode): void {
    inode.touched();
    inode.mtime = this.#now();
    this.#attribute(actor, inode);
  }

  #owns(actor: Actor, inode: Inode): void {
    if (actor.uid !== 0 && actor.uid !== inode.uid) throw SystemFault.of('EPERM');
    if (inode.frozen) throw SystemFault.of('EROFS');
  }

  #attribute(actor: Actor, inode: Inode): void {
    inode.origin = this.#origin(actor);
  }

  /** One for all that a command writes. */
  #origin({ command }: Actor): Origin {
    if (this.#attributed !== command) {
      this.#attributed = command;
      this.#lastOrigin = { by: this.#by, command: toText(command) };
    }
    return this.#lastOrigin;
  }

  #meta(actor: Actor, dir: DirInode, mode: number) {
    const gid = dir.mode & 0o2000 ? dir.gid : actor.gid;
    return { mode, uid: actor.uid, gid, mtime: this.#now(), origin: this.#origin(actor) };
  }

  #add<I extends Inode>(actor: Actor, dir: DirInode, name: string, inode: I): I {
    if (dir.frozen) throw SystemFault.of('EROFS');
    if (!this.allows(actor, dir, WRITE | EXECUTE)) throw SystemFault.of('EACCES');
    dir.set(name, inode);
    this.#entriesChanged(dir);
    return inode;
  }

  #take(actor: Actor, dir: DirInode, name: string, inode: Inode): void {
    if (dir.frozen) throw SystemFault.of('EROFS');
    if (!this.allows(actor, dir, WRITE | EXECUTE)) throw SystemFault.of('EACCES');
    const sticky = (dir.mode & 0o1000) !== 0;
    if (sticky && actor.uid !== 0 && actor.uid !== inode.uid && actor.uid !== dir.uid) throw SystemFault.of('EPERM');
    if (dir.mounted?.has(name)) throw SystemFault.of('EBUSY');
    inode.links--;
    inode.touched();
    dir.delete(name);
    this.#entriesChanged(dir);
  }

  #entriesChanged(dir: DirInode): void {
    dir.touched();
    dir.mtime = this.#now();
  }
}

/** A place whose path is put together when somebody asks. */
class Found implements Place {
  readonly #names: readonly string[];
  readonly dir: DirInode;
  readonly name: string;
  readonly inode: Inode | undefined;

  constructor(names: readonly string[], dir: DirInode, name: string, inode: Inode | undefined) {
    this.#names = names;
    this.dir = dir;
    this.name = name;
    this.inode = inode;
  }

  get path(): string {
    return `/${this.#names.join('/')}`;
  }
}
