/** What a build container has mounted over its image: /dev, /proc, /sys, BuildKit's own files, and the mounts of the RUN. */
import { dirOf, emptyDir, file, special, symlink } from '../../fs/index.ts';
import type { Node } from '../../fs/index.ts';
import { toBytes } from './byte-string.ts';
import { attempt } from './errno.ts';
import type { Actor } from './file-system.ts';
import type { DirInode, Inode } from './inode.ts';
import type { Machine } from './machine.ts';

const ROOT: Actor = { cwd: '/', uid: 0, gid: 0, groups: [], umask: 0o022, command: '' };

interface Made {
  readonly dir: DirInode;
  readonly name: string;
  readonly mtime: number;
}

/** Mounts everything; `unmount` takes away the places that were made for it, so that they are in no layer. */
export function mountAll(machine: Machine): { readonly caches: ReadonlyMap<string, DirInode>; readonly unmount: () => void } {
  const made: Made[] = [];
  const caches = new Map<string, DirInode>();
  const mount = (target: string, node: Node, readonly: boolean): Inode | undefined => {
    const inode = machine.files.load(node, readonly);
    return place(machine, toBytes(target), inode, made) ? inode : undefined;
  };
  mount('/proc', PROC, true);
  mount('/sys', emptyDir({ mode: 0o555 }), true);
  mount('/dev', DEVICES, false);
  mount('/etc/hosts', file(`127.0.0.1\tlocalhost ${machine.hostname}\n::1\tlocalhost ip6-localhost ip6-loopback\n`), true);
  mount('/etc/resolv.conf', file('nameserver 10.0.2.3\n'), true);
  for (const { target, root, file: single, readonly, kind } of machine.request.mounts) {
    const inode = mount(target, single ?? root, readonly && kind !== 'tmpfs');
    if (kind === 'cache' && inode?.type === 'dir') caches.set(target, inode);
  }
  return { caches, unmount: () => made.reverse().forEach(takeAway) };
}

/** Puts an inode over a path, making what is missing of the way to it. */
function place(machine: Machine, target: string, inode: Inode, made: Made[]): boolean {
  const { files } = machine;
  const parts = target.split('/').filter((part) => part !== '');
  let path = '';
  for (const [i, part] of parts.entries()) {
    path += `/${part}`;
    const found = attempt(() => files.locate(ROOT, path)).value;
    if (!found) return false;
    const last = i === parts.length - 1;
    if (!found.inode) {
      const mtime = found.dir.mtime;
      const result = attempt(() => (last && inode.type !== 'dir' ? files.create(ROOT, path) : files.mkdir(ROOT, path, 0o755)));
      if (result.errno !== undefined) return false;
      made.push({ dir: found.dir, name: found.name, mtime });
    }
    if (last) (found.dir.mounted ??= new Map()).set(found.name, inode);
  }
  return true;
}

function takeAway({ dir, name, mtime }: Made): void {
  dir.mounted?.delete(name);
  const own = dir.get(name);
  if (own?.type === 'dir' && !own.empty) return;
  dir.delete(name);
  dir.mtime = mtime;
}

const device = (major: number, minor: number): Node => special('char', { major, minor }, { mode: 0o666 });

/** Trees never change, and so every container has the same. */
const DEVICES = dirOf([
  ['console', special('char', { major: 5, minor: 1 }, { mode: 0o620 })],
  ['fd', symlink('/proc/self/fd')],
  ['full', device(1, 7)],
  ['mqueue', emptyDir({ mode: 0o1777 })],
  ['null', device(1, 3)],
  ['ptmx', symlink('pts/ptmx')],
  ['pts', emptyDir()],
  ['random', device(1, 8)],
  ['shm', emptyDir({ mode: 0o1777 })],
  ['stderr', symlink('/proc/self/fd/2')],
  ['stdin', symlink('/proc/self/fd/0')],
  ['stdout', symlink('/proc/self/fd/1')],
  ['tty', device(5, 0)],
  ['urandom', device(1, 9)],
  ['zero', device(1, 5)],
]);

const cpu = (n: number) => `processor\t: ${n}\nvendor_id\t: GenuineIntel\nmodel name\t: Simulated CPU\n\n`;
const PROC = dirOf([
  ['cpuinfo', file(cpu(0) + cpu(1), { mode: 0o444 })],
  ['meminfo', file('MemTotal:        8141708 kB\nMemFree:         6012344 kB\nMemAvailable:    7012344 kB\n', { mode: 0o444 })],
  ['mounts', file('overlay / overlay rw,relatime 0 0\n', { mode: 0o444 })],
  ['self', dirOf([['fd', emptyDir({ mode: 0o500 })]], { mode: 0o555 })],
  ['version', file('Linux version 6.12.0 (simulated)\n', { mode: 0o444 })],
], { mode: 0o555 });
