/** Copies files and directories as `cp`, `mv` over mounts and `install` do. */
import { errnoOf, strerror } from '../system/errno.ts';
import type { Inode } from '../system/inode.ts';
import type { Process } from '../system/process.ts';
import { quoted } from './report.ts';

export interface CopyOptions {
  readonly recursive: boolean;
  /** Owner, mode and times of the source stay. */
  readonly preserve: boolean;
  /** Only the mode stays (`cp --preserve=mode`). */
  readonly preserveMode?: boolean;
  /** Symbolic links on the command line, and below it, are followed. */
  readonly follow: 'none' | 'operands' | 'all';
  readonly force: boolean;
  readonly noClobber: boolean;
  /** Only where the source is newer. */
  readonly update?: boolean;
  readonly link?: 'hard' | 'symbolic';
  readonly verbose: boolean;
}

/** Copies `from` to the very path `to`; false where something failed, which has been told. */
export function copyTree(process: Process, from: string, to: string, options: CopyOptions, top = true, linked = new Map<Inode, string>()): boolean {
  process.limits.step();
  const gnu = process.userland === 'gnu';
  const fail = (message: string) => {
    process.fail(message);
    return false;
  };
  try {
    const follow = options.follow === 'all' || (options.follow === 'operands' && top);
    const source = process.find(from, follow);
    const target = process.peek(to, source.type === 'dir' || !options.preserve);
    if (source.type === 'dir') {
      if (!options.recursive) return fail(gnu ? `-r not specified; omitting directory ${quoted(process, from)}` : `omitting directory '${from}'`);
      if (target && target.type !== 'dir') return fail(gnu ? `cannot overwrite non-directory ${quoted(process, to)} with directory ${quoted(process, from)}` : `target '${to}' is not a directory`);
      const sourcePath = process.locate(from).path;
      const inside = !target && `${process.locate(to).path}/`.startsWith(sourcePath === '/' ? '/' : `${sourcePath}/`);
      const made = target ?? process.files.mkdir(process, to, source.mode | 0o700);
      const names = process.directory(from).names();
      if (options.verbose) process.out(gnu ? (target ? '' : `'${from}' -> '${to}'\n`) : `'${from}' -> '${to}'\n`);
      let all = true;
      for (const name of names) {
        if (inside && source.get(name) === made) all = fail(gnu ? `cannot copy a directory, ${quoted(process, from)}, into itself, ${quoted(process, to)}` : `recursion detected, omitting directory '${to}'`);
        else if (!copyTree(process, join(from, name), join(to, name), options, false, linked)) all = false;
      }
      if (!target && !options.preserve) made.mode = source.mode & ~process.umask & 0o1777;
      if (options.preserve) preserve(process, source, made);
      return all;
    }
    if (target?.type === 'dir') return fail(gnu ? `cannot overwrite directory ${quoted(process, to)} with non-directory` : `'${to}' is a directory`);
    if (target && options.noClobber) return true;
    if (target && options.update && target.mtime >= source.mtime) return true;
    if (target && target === source) return fail(gnu ? `${quoted(process, from)} and ${quoted(process, to)} are the same file` : `'${from}' and '${to}' are the same file`);
    if (options.verbose) process.out(`'${from}' -> '${to}'\n`);
    return copyLeaf(process, from, source, to, target, options, linked);
  } catch (fault) {
    const errno = errnoOf(fault);
    return fail(`${gnu ? `cannot ${errno === 'EACCES' && process.peek(from, false) ? 'open' : 'stat'} ${quoted(process, from)}` : `can't stat '${from}'`}: ${strerror(errno)}`);
  }
}

function copyLeaf(process: Process, from: string, source: Inode, to: string, target: Inode | undefined, options: CopyOptions, linked: Map<Inode, string>): boolean {
  const gnu = process.userland === 'gnu';
  try {
    const { files } = process;
    if (options.link === 'symbolic' || source.type === 'symlink' || source.type !== 'file') {
      if (target) files.unlink(process, to);
      if (options.link === 'symbolic') files.symlink(process, from, to);
      else if (source.type === 'symlink') files.symlink(process, source.target, to);
      else if (source.type !== 'file' && source.type !== 'dir') files.mknod(process, to, source.type, source.mode, source);
      if (options.preserve) preserve(process, source, process.find(to, false));
      return true;
    }
    const known = linked.get(source);
    if (options.link === 'hard' || (known !== undefined && options.preserve)) {
      if (target) files.unlink(process, to);
      files.link(process, known ?? from, to);
      return true;
    }
    if (!files.allows(process, source, 4)) {
      process.fail(`${gnu ? `cannot open ${quoted(process, from)} for reading` : `can't open '${from}'`}: Permission denied`);
      return false;
    }
    if (target && options.force && !files.allows(process, target, 2)) files.unlink(process, to);
    const content = source.content;
    const made = files.create(process, to, { truncate: true, mode: source.mode & 0o777 });
    if (made.type === 'file') {
      if (content.kind === 'bytes') process.limits.chargeBytes(content.bytes.length);
      made.content = content;
      files.modified(process, made);
    }
    if (options.preserve) preserve(process, source, made);
    else if (options.preserveMode) files.chmod(process, made, source.mode);
    linked.set(source, to);
    return true;
  } catch (fault) {
    const errno = errnoOf(fault);
    process.fail(`${gnu ? `cannot create regular file ${quoted(process, to)}` : `can't create '${to}'`}: ${strerror(errno)}`);
    return false;
  }
}

/** Gives a copy its source's owner, mode and time, as far as the process may. */
export function preserve(process: Process, source: Inode, copy: Inode): void {
  copy.touched();
  if (process.uid === 0) {
    copy.uid = source.uid;
    copy.gid = source.gid;
    copy.xattrs = source.xattrs;
  }
  if (copy.type !== 'symlink') copy.mode = source.mode;
  copy.mtime = source.mtime;
}

/** A name in a directory. */
export function join(dir: string, name: string): string {
  return dir.endsWith('/') ? dir + name : `${dir}/${name}`;
}

/** The last part of a path. */
export function lastName(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) || '/';
}
