/** A process: identity, working directory, environment and open descriptors, with the calls that tools make. */
import { SystemFault } from './errno.ts';
import type { Actor, FileSystem, Place } from './file-system.ts';
import { EXECUTE, READ } from './file-system.ts';
import type { DirInode, Inode } from './inode.ts';
import type { Limits } from './limits.ts';
import type { Machine } from './machine.ts';
import { DeviceStream, FileStream } from './stream.ts';
import type { Stream } from './stream.ts';

export interface Identity {
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
}

/** How the tools of an image speak: GNU coreutils, or BusyBox applets. */
export type Userland = 'gnu' | 'busybox';

export type OpenMode = 'read' | 'write' | 'append' | 'readwrite' | 'exclusive';

/** Starts a program and gives its exit code. */
export type Launcher = (process: Process, argv: readonly string[], path?: string) => number;

export class Process implements Actor {
  readonly machine: Machine;
  readonly launch: Launcher;
  readonly id: number;
  cwd: string;
  /** Exported variables. */
  env: Map<string, string>;
  uid: number;
  gid: number;
  groups: readonly number[];
  umask: number;
  fds: Map<number, Stream>;
  /** The command being run, as it is attributed. */
  command = '';
  /** Name that messages begin with. */
  name = '';
  userland: Userland = 'gnu';

  constructor(machine: Machine, launch: Launcher, state: Identity & { cwd: string; env: Map<string, string>; umask: number; fds: Map<number, Stream> }) {
    this.machine = machine;
    this.launch = launch;
    this.id = machine.nextProcess();
    this.cwd = state.cwd;
    this.env = state.env;
    this.uid = state.uid;
    this.gid = state.gid;
    this.groups = state.groups;
    this.umask = state.umask;
    this.fds = state.fds;
  }

  /** A child with the same state, of its own. */
  fork(): Process {
    const child = new Process(this.machine, this.launch, { ...this.state(), env: new Map(this.env), fds: new Map(this.fds) });
    child.command = this.command;
    child.name = this.name;
    child.userland = this.userland;
    return child;
  }

  private state() {
    const { cwd, env, uid, gid, groups, umask, fds } = this;
    return { cwd, env, uid, gid, groups, umask, fds };
  }

  get files(): FileSystem {
    return this.machine.files;
  }

  get limits(): Limits {
    return this.machine.limits;
  }

  /** Writes to standard output. */
  out(bytes: string): void {
    this.write(1, bytes);
  }

  /** Writes to standard error. */
  err(bytes: string): void {
    this.write(2, bytes);
  }

  /** Prints `name: message` on standard error; gives the exit code, for `return process.fail(…)`. */
  fail(message: string, exitCode = 1): number {
    this.err(`${this.name}: ${message}\n`);
    return exitCode;
  }

  write(fd: number, bytes: string): void {
    const stream = this.fds.get(fd);
    if (!stream) throw SystemFault.of('EBADF');
    stream.write(bytes, this);
  }

  stream(fd: number): Stream {
    const stream = this.fds.get(fd);
    if (!stream) throw SystemFault.of('EBADF');
    return stream;
  }

  /** All that is left on standard input. */
  readInput(): string {
    return readAll(this.stream(0));
  }

  /** The whole of a file; `-` is standard input where `dash` says so. */
  readFile(path: string, dash = false): string {
    if (dash && path === '-') return this.readInput();
    return readAll(this.open(path, 'read'));
  }

  /** Makes or replaces a file with these bytes. */
  writeFile(path: string, bytes: string, mode?: number): void {
    this.open(path, 'write', mode).write(bytes, this);
  }

  open(path: string, mode: OpenMode, bits?: number): Stream {
    const device = this.#descriptor(path);
    if (device) return device;
    const inode = mode === 'read' ? this.readable(path) : this.files.create(this, path, { truncate: mode === 'write', exclusive: mode === 'exclusive', ...(bits !== undefined && { mode: bits }) });
    if (inode.type === 'file') {
      const read = mode === 'read' || mode === 'readwrite';
      return new FileStream(inode, this.files, this.limits, { read, write: mode !== 'read', append: mode === 'append' });
    }
    if (inode.type === 'dir') throw SystemFault.of('EISDIR');
    if (inode.type === 'char') return new DeviceStream(inode, this.limits, () => this.machine.randomByte());
    throw SystemFault.of('ENXIO');
  }

  /** `/dev/stdin`, `/dev/fd/3`, `/proc/self/fd/1`: the descriptor itself. */
  #descriptor(path: string): Stream | undefined {
    const match = /^\/(?:dev\/(?:fd\/(\d+)|(stdin|stdout|stderr))|proc\/(?:self|\d+)\/fd\/(\d+))$/.exec(path);
    if (!match) return undefined;
    const fd = match[2] ? ['stdin', 'stdout', 'stderr'].indexOf(match[2]) : Number(match[1] ?? match[3]);
    const stream = this.fds.get(fd);
    if (!stream) throw SystemFault.of('ENOENT');
    return stream;
  }

  /** The inode at a path, with permission to read it. */
  readable(path: string): Inode {
    const inode = this.files.find(this, path);
    if (!this.files.allows(this, inode, READ)) throw SystemFault.of('EACCES');
    return inode;
  }

  /** The directory at a path, with permission to list it. */
  directory(path: string): DirInode {
    const inode = this.readable(path);
    if (inode.type !== 'dir') throw SystemFault.of('ENOTDIR');
    return inode;
  }

  find(path: string, follow = true): Inode {
    return this.files.find(this, path, follow);
  }

  peek(path: string, follow = true): Inode | undefined {
    return this.files.peek(this, path, follow);
  }

  locate(path: string, follow = true): Place {
    return this.files.locate(this, path, follow);
  }

  /** Changes the working directory; gives its path without links. */
  chdir(path: string): string {
    const place = this.locate(path);
    if (!place.inode) throw SystemFault.of('ENOENT');
    if (place.inode.type !== 'dir') throw SystemFault.of('ENOTDIR');
    if (!this.files.allows(this, place.inode, EXECUTE)) throw SystemFault.of('EACCES');
    this.cwd = place.path;
    return place.path;
  }
}

/** Everything up to the end of a stream. */
export function readAll(stream: Stream): string {
  const parts: string[] = [];
  for (let bytes = stream.read(1 << 20); bytes !== ''; bytes = stream.read(1 << 20)) parts.push(bytes);
  return parts.join('');
}

/** The next line with its newline; what is left where there is none; undefined at the end. */
export function readLine(stream: Stream): string | undefined {
  let line = '';
  for (;;) {
    const bytes = stream.read(1024);
    if (bytes === '') return line === '' ? undefined : line;
    const end = bytes.indexOf('\n');
    if (end < 0) {
      line += bytes;
      continue;
    }
    stream.unread(bytes.slice(end + 1));
    return line + bytes.slice(0, end + 1);
  }
}
