/**
 * Finds the edge of this build that has the same key by what is known so far: BuildKit `solver/index.go`. Two stages with the
 * same steps meet here, and so does an edge whose key becomes equal only when a content key is known.
 */
import { rootKeyId } from '../cache/cache-key.ts';
import type { CacheKey, IndexNode } from '../cache/cache-key.ts';
import type { Edge } from './edge.ts';

/** See above: one for each build. */
export class EdgeIndex {
  readonly #roots = new Map<string, IndexNode>();

  /** An equal edge that was there before; else the given one is kept under the key. */
  loadOrStore(key: CacheKey, edge: Edge): Edge | undefined {
    const nodes = this.#matches(key);
    let found: IndexNode | undefined;
    for (const node of nodes) if (node.edge && node.edge !== edge) found = node;
    const other = found?.edge as Edge | undefined;
    if (found && other && (other.operation.ignoreCache || !edge.operation.ignoreCache)) {
      this.#link(found, key);
      return other;
    }
    const node = nodes[0] ?? newNode();
    this.#link(node, key);
    node.edge = edge;
    return undefined;
  }

  #link(node: IndexNode, key: CacheKey): void {
    for (const alternatives of key.inputs) {
      for (const { key: from, link } of alternatives) {
        for (const parent of this.#nodesOf(from)) {
          const known = parent.links.get(link);
          if (!known) parent.links.set(link, [node]);
          else if (!known.includes(node)) known.push(node);
        }
      }
    }
  }

  #nodesOf(key: CacheKey): readonly IndexNode[] {
    if (key.indexed) return key.indexed;
    const found = this.#matches(key);
    const nodes = found.length > 0 ? found.slice() : [newNode()];
    key.indexed = nodes;
    for (const node of nodes) this.#link(node, key);
    return nodes;
  }

  /** Where all inputs lead. With one input it may be the index's own list. */
  #matches(key: CacheKey): readonly IndexNode[] {
    if (key.inputs.length === 0) return [this.#root(rootKeyId(key.digest, key.output))];
    if (key.inputs.length === 1) return this.#reached(key.inputs[0]!);
    let matches: readonly IndexNode[] | undefined;
    for (const alternatives of key.inputs) {
      const reached = this.#reached(alternatives);
      matches = matches ? matches.filter((node) => reached.includes(node)) : reached.slice();
      if (matches.length === 0) break;
    }
    return matches ?? nowhere;
  }

  #root(id: string): IndexNode {
    let node = this.#roots.get(id);
    if (!node) this.#roots.set(id, (node = newNode()));
    return node;
  }

  /** Where the alternatives of one input lead. */
  #reached(alternatives: CacheKey['inputs'][number]): readonly IndexNode[] {
    let reached = nowhere;
    for (const { key, link } of alternatives) {
      for (const parent of this.#nodesOf(key)) {
        const nodes = parent.links.get(link);
        if (nodes) reached = reached.length === 0 ? nodes : united(reached, nodes);
      }
    }
    return reached;
  }
}

const nowhere: readonly IndexNode[] = [];
const newNode = (): IndexNode => ({ edge: undefined, links: new Map() });

function united(some: readonly IndexNode[], others: readonly IndexNode[]): readonly IndexNode[] {
  const fresh = others.filter((node) => !some.includes(node));
  return fresh.length === 0 ? some : [...some, ...fresh];
}
