import { children, withEntriesOf, withMeta } from '../fs/index.ts';
import type { DirNode, Node } from '../fs/node.ts';

/**
 * The files as `git checkout` leaves them under another umask. Git keeps of a mode only whether the owner may execute: files
 * get 0666 or 0777, folders 0777, less the umask. Content digests take modes in, so a cache that was made from a checkout
 * with umask 0022 misses on a machine with 0002.
 */
export function withUmask(context: DirNode, umask: number): DirNode {
  const entries: (readonly [string, Node])[] = [];
  let changed = false;
  for (const [name, node] of children(context)) {
    const masked = node.type === 'dir' ? withUmask(node, umask) : node.type === 'file' ? withMode(node, (node.mode & 0o100 ? 0o777 : 0o666) & ~umask) : node;
    changed ||= masked !== node;
    entries.push([name, masked]);
  }
  return withMode(changed ? withEntriesOf(context, entries) : context, 0o777 & ~umask);
}

const withMode = <N extends Node>(node: N, mode: number): N => (node.mode === mode ? node : withMeta(node, { mode }));
