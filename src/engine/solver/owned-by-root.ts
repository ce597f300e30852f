import { children, put, withMeta } from '../fs/index.ts';
import type { DirNode } from '../fs/index.ts';

const known = new WeakMap<DirNode, DirNode>();

/** The same tree with every node owned by root, as a client's files arrive (BuildKit `client/solve.go: prepareSyncedFiles`). */
export function ownedByRoot(root: DirNode): DirNode {
  const done = known.get(root);
  if (done) return done;
  let tree = root.uid === 0 && root.gid === 0 ? root : withMeta(root, { uid: 0, gid: 0 });
  for (const [name, node] of children(root)) {
    const owned = node.type === 'dir' ? ownedByRoot(node) : node.uid === 0 && node.gid === 0 ? node : withMeta(node, { uid: 0, gid: 0 });
    if (owned !== node) tree = put(tree, name, owned);
  }
  known.set(root, tree);
  return tree;
}
