/**
 * Finds the edge of this build that has the same key by what is known so far: BuildKit `solver/index.go`. Two stages with the
 * same steps meet here, and so does an edge whose key becomes equal only when a content key is known.
 */
import { linkName, rootKeyId } from '../cache/cache-key.ts';
import type { CacheKey } from '../cache/cache-key.ts';
import type { Edge } from './edge.ts';

/** See above: one for each build. */
export class EdgeIndex {
  readonly #links = new Map<string, Map<string, Set<string>>>();
  readonly #edges = new Map<string, Edge>();
  #serial = 0;

  /** An equal edge that was there before; else the given one is kept under the key. */
  loadOrStore(key: CacheKey, edge: Edge): Edge | undefined {
    const ids = this.#matches(key);
    let found: { readonly id: string; readonly edge: Edge } | undefined;
    for (const id of ids) {
      const other = this.#edges.get(id);
      if (other && other !== edge) found = { id, edge: other };
    }
    if (found && (found.edge.operation.ignoreCache || !edge.operation.ignoreCache)) {
      this.#link(found.id, key);
      return found.edge;
    }
    const id = ids[0] ?? `e${this.#serial++}`;
    this.#link(id, key);
    this.#edges.set(id, edge);
    return undefined;
  }

  #link(id: string, key: CacheKey): void {
    if (!this.#links.has(id)) this.#links.set(id, new Map());
    key.inputs.forEach((alternatives, input) => {
      for (const alternative of alternatives) {
        const name = linkName(input, key.output, key.digest, alternative.selector);
        for (const parent of this.#idsOf(alternative.key)) {
          const links = this.#links.get(parent);
          if (!links) continue;
          const known = links.get(name);
          if (known) known.add(id);
          else links.set(name, new Set([id]));
        }
      }
    });
  }

  #idsOf(key: CacheKey): readonly string[] {
    if (key.indexIds) return key.indexIds;
    const found = this.#matches(key);
    const ids = found.length > 0 ? found : [`e${this.#serial++}`];
    key.indexIds = ids;
    for (const id of ids) this.#link(id, key);
    return ids;
  }

  #matches(key: CacheKey): readonly string[] {
    if (key.inputs.length === 0) return [rootKeyId(key.digest, key.output)];
    let matches: readonly string[] | undefined;
    for (let input = 0; input < key.inputs.length; input++) {
      const reached = this.#reached(key, input);
      matches = matches ? matches.filter((id) => reached.has(id)) : [...reached];
      if (matches.length === 0) break;
    }
    return matches ?? [];
  }

  /** Where the alternatives of one input lead. */
  #reached(key: CacheKey, input: number): ReadonlySet<string> {
    let reached: ReadonlySet<string> = nowhere;
    for (const alternative of key.inputs[input]!) {
      const name = linkName(input, key.output, key.digest, alternative.selector);
      for (const parent of this.#idsOf(alternative.key)) {
        const ids = this.#links.get(parent)?.get(name);
        if (ids) reached = reached.size === 0 ? ids : new Set([...reached, ...ids]);
      }
    }
    return reached;
  }
}

const nowhere: ReadonlySet<string> = new Set();
