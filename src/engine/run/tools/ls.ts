import { groups, users } from '../system/accounts.ts';
import { attempt, strerror } from '../system/errno.ts';
import type { Inode } from '../system/inode.ts';
import type { Process } from '../system/process.ts';
import { join } from './copy-tree.ts';
import { modeText } from './mode.ts';
import { readOptions } from './options.ts';
import type { Options } from './options.ts';
import { quoted } from './report.ts';
import { compareVersions } from './sort.ts';
import { formatTime } from './time-format.ts';
import type { Tool } from './tool.ts';

interface Entry {
  readonly name: string;
  readonly inode: Inode;
  /** Its path, to read what a link leads to. */
  readonly path: string;
}

export const ls: Tool = {
  name: 'ls',
  run(process, args) {
    const options = readOptions(process, args, 'a all=a A almost-all=A l 1 R recursive=R d directory=d h human-readable=h i inode=i n numeric-uid-gid=n r reverse=r S t F classify=F p s size=s L dereference=L H o g G c u x C m k Q b q N U v X Z color=color group-directories-first=gdf full-time=full time-style=ts:');
    if (typeof options === 'number') return 2;
    const listing = new Listing(process, options);
    return listing.operands(options.operands.length > 0 ? options.operands : ['.']);
  },
};

class Listing {
  readonly #process: Process;
  readonly #options: Options;
  readonly #long: boolean;
  #status = 0;
  #printed = false;

  constructor(process: Process, options: Options) {
    this.#process = process;
    this.#options = options;
    this.#long = ['l', 'n', 'o', 'g', 'full'].some((name) => options.has(name));
  }

  operands(paths: readonly string[]): number {
    const files: Entry[] = [];
    const dirs: string[] = [];
    const follow = this.#options.has('L') || this.#options.has('H') || (!this.#long && !this.#options.has('d') && !this.#options.has('F'));
    for (const path of paths) {
      const found = attempt(() => this.#process.find(path, follow));
      const inode = found.value ?? this.#process.peek(path, false);
      if (!inode) {
        this.#process.fail(`${this.#process.userland === 'gnu' ? `cannot access ${quoted(this.#process, path)}` : path}: ${strerror(found.errno!)}`);
        this.#status = this.#process.userland === 'gnu' ? 2 : 1;
      } else if (inode.type === 'dir' && !this.#options.has('d')) dirs.push(path);
      else files.push({ name: path, inode, path });
    }
    this.#print(this.#sort(files));
    if (files.length > 0) this.#printed = true;
    const headers = paths.length > 1 || this.#options.has('R');
    for (const path of this.#sort(dirs.map((name) => ({ name, inode: this.#process.find(name), path: name })))) this.#directory(path.name, headers);
    return this.#status;
  }

  #directory(path: string, header: boolean): void {
    const process = this.#process;
    process.limits.step();
    const { value: dir, errno } = attempt(() => process.directory(path));
    if (!dir) {
      process.fail(`${process.userland === 'gnu' ? `cannot open directory ${quoted(process, path)}` : `can't open '${path}'`}: ${strerror(errno!)}`);
      this.#status = process.userland === 'gnu' ? 2 : 1;
      return;
    }
    if (header) process.out(`${this.#printed ? '\n' : ''}${path}:\n`);
    this.#printed = true;
    const all = this.#options.has('a');
    const names = dir.names().filter((name) => all || this.#options.has('A') || !name.startsWith('.'));
    const entries = names.map((name): Entry => ({ name, inode: dir.get(name)!, path: join(path, name) }));
    if (all) {
      const parent = process.peek(join(path, '..')) ?? dir;
      entries.unshift({ name: '.', inode: dir, path }, { name: '..', inode: parent, path: join(path, '..') });
    }
    const sorted = this.#sort(entries);
    if (this.#long || this.#options.has('s')) process.out(`total ${sorted.reduce((sum, one) => sum + blocks(one.inode), 0)}\n`);
    this.#print(sorted);
    if (!this.#options.has('R')) return;
    for (const { name, inode, path: child } of sorted) {
      if (inode.type === 'dir' && name !== '.' && name !== '..') this.#directory(child, true);
    }
  }

  #sort(entries: Entry[]): Entry[] {
    const options = this.#options;
    if (options.has('U')) return entries;
    const byName = (a: Entry, b: Entry) => (options.has('v') ? compareVersions(a.name, b.name) : a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
    const order = (a: Entry, b: Entry) => {
      if (options.has('gdf') && (a.inode.type === 'dir') !== (b.inode.type === 'dir')) return a.inode.type === 'dir' ? -1 : 1;
      if (options.has('S')) return sizeOf(b.inode) - sizeOf(a.inode) || byName(a, b);
      if (options.has('t')) return b.inode.mtime - a.inode.mtime || byName(a, b);
      return byName(a, b);
    };
    const sorted = [...entries].sort(order);
    return options.has('r') ? sorted.reverse() : sorted;
  }

  #print(entries: readonly Entry[]): void {
    const process = this.#process;
    if (!this.#long) {
      const mark = (inode: Inode) => {
        if (inode.type === 'dir') return this.#options.has('F') || this.#options.has('p') ? '/' : '';
        if (!this.#options.has('F')) return '';
        return inode.type === 'symlink' ? '@' : inode.type === 'fifo' ? '|' : inode.type === 'file' && inode.mode & 0o111 ? '*' : '';
      };
      const separator = this.#options.has('m') ? ', ' : '\n';
      const names = entries.map(({ name, inode }) => `${this.#options.has('i') ? `${inode.number} ` : ''}${name}${mark(inode)}`);
      if (names.length > 0) process.out(`${names.join(separator)}\n`);
      return;
    }
    const numeric = this.#options.has('n');
    const userNames = new Map(users(process).map((one) => [one.uid, one.name]));
    const groupNames = new Map(groups(process).map((one) => [one.gid, one.name]));
    const busybox = process.userland === 'busybox';
    const rows = entries.map(({ name, inode, path }) => {
      const owner = numeric ? String(inode.uid) : (userNames.get(inode.uid) ?? String(inode.uid));
      const group = numeric ? String(inode.gid) : (groupNames.get(inode.gid) ?? String(inode.gid));
      const device = inode.type === 'char' || inode.type === 'block' ? `${String(inode.major).padStart(busybox ? 3 : 1)}, ${String(inode.minor).padStart(3)}` : undefined;
      const size = device ?? (this.#options.has('h') ? humanSize(sizeOf(inode)) : String(sizeOf(inode)));
      const link = inode.type === 'symlink' ? ` -> ${inode.target}` : '';
      const mark = inode.type === 'dir' && (this.#options.has('F') || this.#options.has('p')) ? '/' : '';
      return { mode: modeText(inode.type, inode.mode), links: String(linksOf(inode)), owner, group, size, time: this.#time(inode.mtime), name: name + link + mark, path };
    });
    const width = (column: 'links' | 'owner' | 'group' | 'size') => Math.max(...rows.map((row) => row[column].length));
    const widths = busybox ? { links: 4, owner: 8, group: 8, size: 9 } : { links: width('links'), owner: width('owner'), group: width('group'), size: width('size') };
    for (const row of rows) {
      const owner = this.#options.has('g') ? '' : ` ${row.owner.padEnd(widths.owner)}`;
      const group = this.#options.has('o') || this.#options.has('G') ? '' : ` ${row.group.padEnd(widths.group)}`;
      process.out(`${row.mode} ${row.links.padStart(widths.links)}${owner}${group} ${row.size.padStart(widths.size)} ${row.time} ${row.name}\n`);
    }
  }

  #time(mtime: number): string {
    if (this.#options.has('full')) return formatTime('%Y-%m-%d %H:%M:%S', mtime) + (this.#process.userland === 'gnu' ? '.000000000 +0000' : ' +0000');
    const age = this.#process.machine.now - mtime;
    const recent = age < 31_556_952_000 / 2 && age > (this.#process.userland === 'gnu' ? 0 : -31_556_952_000 / 2) - 1;
    return formatTime(recent ? '%b %e %H:%M' : '%b %e  %Y', mtime);
  }
}

/** Bytes as `ls` and `stat` tell them. A directory is a block, as on ext4; on tmpfs it would be 40 and 20 for each name. */
export function sizeOf(inode: Inode): number {
  if (inode.type === 'file') return inode.size;
  if (inode.type === 'dir') return 4096;
  return inode.type === 'symlink' ? inode.target.length : 0;
}

/** Names of an inode; of a directory, 2 and one for each directory in it. */
export function linksOf(inode: Inode): number {
  if (inode.type !== 'dir') return Math.max(1, inode.links);
  return 2 + inode.names().filter((name) => inode.get(name)?.type === 'dir').length;
}

/** Kilobytes on disk, in blocks of 4096. */
export function blocks(inode: Inode): number {
  if (inode.type === 'file') return Math.ceil(inode.size / 4096) * 4;
  return inode.type === 'dir' ? 4 : 0;
}

/** `1.5K`, rounded up as GNU does. */
export function humanSize(bytes: number): string {
  let value = bytes;
  for (const unit of ['', 'K', 'M', 'G', 'T']) {
    if (value < 1024) return unit === '' ? String(value) : value < 10 ? `${(Math.ceil(value * 10) / 10).toFixed(1)}${unit}` : `${Math.ceil(value)}${unit}`;
    value /= 1024;
  }
  return `${Math.ceil(value)}P`;
}
