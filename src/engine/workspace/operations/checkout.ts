import { withUmask } from '../../context/index.ts';
import { children, withEntriesOf, withMeta } from '../../fs/index.ts';
import type { DirNode, Node } from '../../fs/node.ts';
import type { Machine } from '../machine.ts';

/** The project as a machine has it: a runner checks it out anew, so that all times are new and modes go by its umask. */
export function checkedOut(context: DirNode, machine: Pick<Machine, 'kind' | 'umask'>, now: number): DirNode {
  return machine.kind === 'runner' ? withTimes(withUmask(context, machine.umask), now) : context;
}

function withTimes(folder: DirNode, mtime: number): DirNode {
  const entries = [...children(folder)].map(([name, node]): [string, Node] => [name, node.type === 'dir' ? withTimes(node, mtime) : withMeta(node, { mtime })]);
  return withMeta(withEntriesOf(folder, entries), { mtime });
}
