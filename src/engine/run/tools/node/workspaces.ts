/** Packages of a workspace: folders that its globs name and that have a `package.json`. */
import { compilePattern, matches } from '../../shell/glob.ts';
import type { Process } from '../../system/process.ts';
import { manifestIn } from './manifest.ts';
import type { Manifest } from './manifest.ts';

export interface Member {
  /** Relative to the root: `packages/web`. */
  readonly dir: string;
  readonly manifest: Manifest;
}

/** In the order of their folders. `*` is one folder, `**` any number; `!` leaves out. */
export function membersOf(process: Process, globs: readonly string[], root = '.'): readonly Member[] {
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(split);
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => split(glob.slice(1)));
  const found = new Set(wanted.flatMap((parts) => expand(process, root, parts)));
  return [...found].sort().flatMap((dir): Member[] => {
    if (unwanted.some((parts) => named(parts, dir.split('/')))) return [];
    const manifest = manifestIn(process, `${root}/${dir}`);
    return manifest ? [{ dir, manifest }] : [];
  });
}

function split(glob: string): string[] {
  return glob.split('/').filter((part) => part !== '' && part !== '.');
}

function expand(process: Process, root: string, parts: readonly string[], dir = ''): string[] {
  const [part, ...rest] = parts;
  process.limits.step();
  if (part === undefined) return dir === '' ? [] : [dir];
  const join = (name: string) => (dir === '' ? name : `${dir}/${name}`);
  if (!/[*?[]/.test(part)) return process.peek(`${root}/${join(part)}`)?.type === 'dir' ? expand(process, root, rest, join(part)) : [];
  const inode = process.peek(dir === '' ? root : `${root}/${dir}`);
  if (inode?.type !== 'dir') return [];
  const below = inode.names().filter((name) => name !== 'node_modules' && name[0] !== '.' && process.peek(`${root}/${join(name)}`, false)?.type === 'dir');
  if (part === '**') return [...expand(process, root, rest, dir), ...below.flatMap((name) => expand(process, root, parts, join(name)))];
  const pattern = compilePattern(part);
  return below.filter((name) => matches(pattern, name)).flatMap((name) => expand(process, root, rest, join(name)));
}

function named(parts: readonly string[], path: readonly string[]): boolean {
  const [part, ...rest] = parts;
  if (part === undefined) return path.length === 0;
  if (part === '**') return path.some((_, i) => named(rest, path.slice(i))) || named(rest, []);
  return path.length > 0 && matches(compilePattern(part), path[0]!) && named(rest, path.slice(1));
}
