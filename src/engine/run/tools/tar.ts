import { decompress, readTar, sha256, writeTar } from '../../fs/index.ts';
import type { LayerEntry } from '../../fs/index.ts';
import { fromArray, toArray, toBytes, toText } from '../system/byte-string.ts';
import { attempt, strerror } from '../system/errno.ts';
import type { Process } from '../system/process.ts';
import { contentOf } from '../system/reading.ts';
import { makeDirectories, writeDescribed } from '../system/writing.ts';
import { compilePattern, matches } from '../shell/glob.ts';
import { STAND_IN } from './fetch.ts';
import { modeText } from './mode.ts';
import { modelled } from './model.ts';
import type { Tool } from './tool.ts';

interface Plan {
  mode: 'c' | 'x' | 't' | undefined;
  archive: string | undefined;
  dir: string;
  strip: number;
  verbose: boolean;
  members: string[];
  excludes: string[];
}

/** Packs and unpacks ustar archives; what is compressed is unpacked too, but packing does not compress. */
export const tar: Tool = {
  name: 'tar',
  run(process, args) {
    const plan = readPlan(args);
    if (!plan.mode) return process.fail(process.userland === 'gnu' ? "You must specify one of the '-Acdtrux', '--delete' or '--test-label' options\nTry 'tar --help' or 'tar --usage' for more information." : 'missing operand', 2);
    if (plan.mode === 'c') return pack(process, plan);
    return unpack(process, plan);
  },
};

function readPlan(args: readonly string[]): Plan {
  const plan: Plan = { mode: undefined, archive: undefined, dir: '.', strip: 0, verbose: false, members: [], excludes: [] };
  const words = args[0] !== undefined && /^[a-zA-Z]+$/.test(args[0]) ? [`-${args[0]}`, ...args.slice(1)] : [...args];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const long = /^--([a-z-]+)(?:=(.*))?$/.exec(word);
    if (long) {
      const value = () => long[2] ?? words[++i] ?? '';
      if (long[1] === 'extract' || long[1] === 'get') plan.mode = 'x';
      else if (long[1] === 'create') plan.mode = 'c';
      else if (long[1] === 'list') plan.mode = 't';
      else if (long[1] === 'file') plan.archive = value();
      else if (long[1] === 'directory') plan.dir = value();
      else if (long[1] === 'strip-components') plan.strip = Number(value());
      else if (long[1] === 'exclude') plan.excludes.push(value());
      else if (long[1] === 'verbose') plan.verbose = true;
    } else if (/^-./.test(word)) {
      for (let j = 1; j < word.length; j++) {
        const letter = word[j]!;
        if (letter === 'c' || letter === 'x' || letter === 't') plan.mode = letter;
        else if (letter === 'v') plan.verbose = true;
        else if (letter === 'f' || letter === 'C' || letter === 'T' || letter === 'X') {
          // In a cluster such as `xzfv name` the value is the next word, after `-f` also the rest of this one.
          const rest = word.slice(j + 1);
          const value = rest !== '' && j > 0 && letter !== 'f' ? rest : rest !== '' && !/^[a-zA-Z]+$/.test(rest) ? rest : (words[++i] ?? '');
          if (letter === 'f') plan.archive = value;
          else if (letter === 'C') plan.dir = value;
          if (value === rest) break;
        }
      }
    } else plan.members.push(word);
  }
  return plan;
}

/** Whether a member or a folder above it is left out: the pattern matches from any `/` on, `*` passes `/` (tar's default). */
function excluded(plan: Plan, name: string): boolean {
  const ends = name.split('/').map((_, i, parts) => parts.slice(i).join('/'));
  return plan.excludes.some((pattern) => ends.some((end) => matches(compilePattern(pattern), end)));
}

function pack(process: Process, plan: Plan): number {
  const entries: LayerEntry[] = [];
  let status = 0;
  const add = (path: string, name: string) => {
    process.limits.step();
    const inode = process.peek(path, false);
    if (!inode) {
      status = process.fail(`${process.userland === 'gnu' ? `${name}: Cannot stat` : name}: No such file or directory`, 2);
      return;
    }
    if (excluded(plan, name)) return;
    if (plan.verbose) process.err(`${name}${inode.type === 'dir' ? '/' : ''}\n`);
    const meta = { mode: inode.mode, uid: inode.uid, gid: inode.gid, mtime: Math.floor(inode.mtime / 1000) };
    const clean = toText(name.replace(/^\/+/, ''));
    if (inode.type === 'dir') {
      entries.push({ path: `${clean}/`, type: 'dir', size: 0, ...meta });
      for (const child of inode.names()) add(`${path}/${child}`, `${name.replace(/\/$/, '')}/${child}`);
    } else if (inode.type === 'symlink') entries.push({ path: clean, type: 'symlink', size: 0, linkname: toText(inode.target), ...meta });
    else if (inode.type === 'file') {
      process.limits.chargeBytes(inode.size);
      entries.push({ path: clean, type: 'file', size: inode.size, content: inode.content, ...meta });
    }
  };
  for (const name of plan.members) add(name.startsWith('/') || plan.dir === '.' ? name : `${plan.dir}/${name}`, name);
  const bytes = fromArray(writeTar(entries));
  if (plan.archive === undefined || plan.archive === '-') process.out(bytes);
  else process.writeFile(plan.archive, bytes);
  if (status !== 0 && process.userland === 'gnu') process.fail('Exiting with failure status due to previous errors');
  return status;
}

function unpack(process: Process, plan: Plan): number {
  if (process.peek(plan.dir)?.type !== 'dir') return process.fail(process.userland === 'gnu' ? `${plan.dir}: Cannot open: No such file or directory\ntar: Error is not recoverable: exiting now` : `can't change directory to '${plan.dir}': No such file or directory`, process.userland === 'gnu' ? 2 : 1);
  const { value: archive, errno } = attempt(() => (plan.archive === undefined || plan.archive === '-' ? undefined : process.readable(plan.archive)));
  if (errno !== undefined) return process.fail(process.userland === 'gnu' ? `${plan.archive}: Cannot open: ${strerror(errno)}\ntar: Error is not recoverable: exiting now` : `can't open '${plan.archive}': ${strerror(errno)}`, process.userland === 'gnu' ? 2 : 1);
  const input = archive === undefined ? process.readInput() : undefined;
  if ((archive?.type === 'file' && !archive.isReal) || input?.startsWith(STAND_IN)) {
    return archive?.type === 'file' ? standIn(process, plan, archive.size, contentOf(process, plan.archive!)) : standIn(process, plan, 5_000_000, sha256(input ?? ''));
  }
  if (input === '') return process.fail(process.userland === 'gnu' ? 'This does not look like a tar archive\ntar: Exiting with failure status due to previous errors' : 'short read', process.userland === 'gnu' ? 2 : 1);
  const plain = decompress(toArray(input ?? process.readFile(plan.archive!)), 48 << 20);
  if ('error' in plain) return process.fail(process.userland === 'gnu' ? 'This does not look like a tar archive\ntar: Exiting with failure status due to previous errors' : 'invalid magic', process.userland === 'gnu' ? 2 : 1);
  const { entries, error } = readTar(plain.bytes);
  if (error !== undefined) return process.fail(process.userland === 'gnu' ? 'This does not look like a tar archive\ntar: Exiting with failure status due to previous errors' : 'short read', process.userland === 'gnu' ? 2 : 1);
  for (const entry of entries) {
    process.limits.step();
    const full = toBytes(entry.path);
    const name = full.replace(/\/$/, '').split('/').filter((part) => part !== '' && part !== '.').slice(plan.strip).join('/');
    if (plan.members.length > 0 && !plan.members.some((one) => full === one || full.startsWith(`${one.replace(/\/$/, '')}/`))) continue;
    if (plan.mode === 't') {
      process.out(plan.verbose ? `${modeText(entry.type, entry.mode)} ${entry.uid}/${entry.gid} ${entry.size} ${full}\n` : `${full}\n`);
      continue;
    }
    if (plan.verbose) process.out(`${full}\n`);
    if (name !== '') extract(process, entry, `${plan.dir}/${name}`, plan.dir);
  }
  return 0;
}

function extract(process: Process, entry: LayerEntry, path: string, dir: string): void {
  const { files } = process;
  const slash = path.lastIndexOf('/');
  makeDirectories(process, path.slice(0, slash) || '/');
  const old = process.peek(path, false);
  if (old && old.type !== 'dir') files.unlink(process, path);
  if (entry.type === 'dir') makeDirectories(process, path);
  else if (entry.type === 'symlink') files.symlink(process, toBytes(entry.linkname ?? ''), path);
  else if (entry.type === 'link') files.link(process, `${dir}/${toBytes(entry.linkname ?? '')}`, path);
  else if (entry.type === 'file') {
    const made = files.create(process, path);
    if (made.type === 'file' && entry.content) made.content = entry.content;
  } else files.mknod(process, path, entry.type, entry.mode);
  const inode = process.find(path, false);
  inode.touched();
  if (inode.type !== 'symlink') inode.mode = process.uid === 0 ? entry.mode : entry.mode & ~process.umask & 0o777;
  if (process.uid === 0) [inode.uid, inode.gid] = [entry.uid, entry.gid];
  inode.mtime = entry.mtime * 1000;
}

/** A download has no real bytes: what would be unpacked is one file of four times its size. The archive decides its bytes, however tar is asked. */
function standIn(process: Process, plan: Plan, size: number, archive: string): number {
  if (plan.mode === 't') return 0;
  const name = plan.members[0] ?? `${(plan.archive ?? 'archive').split('/').at(-1)!.replace(/\.(tar|tgz|txz|tbz2?|gz|xz|bz2|zst)\b.*/, '')}.files`;
  writeDescribed(process, `${plan.dir}/${name}`, size * 4, sha256(`unpacked ${archive} ${plan.members.join(' ')}`), 0o755);
  modelled(process, 'tar', Math.round(size / 20_000), size * 4, 'The archive is a stand-in for a download: one file is unpacked from it.');
  return 0;
}
