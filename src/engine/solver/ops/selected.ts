import { resolvePath } from '../../fs/index.ts';
import type { DirNode, Node } from '../../fs/index.ts';

/** What a mount's `source` names in a tree. */
export function selected(tree: DirNode, selector: string | undefined): Node | undefined {
  if (!selector || selector === '/') return tree;
  const found = resolvePath(tree, selector);
  return 'error' in found ? undefined : found.node;
}
