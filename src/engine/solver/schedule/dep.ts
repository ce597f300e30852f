import { keyOfId, contentOutput } from '../cache/cache-key.ts';
import type { CacheKey, SelectedKey } from '../cache/cache-key.ts';
import type { Digest } from '../../fs/index.ts';
import type { CacheMap } from '../keys/cache-map.ts';
import type { Edge } from './edge.ts';
import type { CachedResult } from './operation.ts';
import { Phase } from './phase.ts';
import type { Pipe } from './pipe.ts';

const none: readonly never[] = [];
const noMatches: ReadonlyMap<string, CacheKey> = new Map();

/** What an edge knows of one of its inputs. */
export class Dep {
  readonly index: number;
  /** How far the input's edge was when it last said so, and the keys that it had. */
  phase: Phase = Phase.initial;
  result: CachedResult | undefined;
  map: CacheMap | undefined;
  keys: readonly CacheKey[] = none;
  request: Pipe | undefined;
  contentRequest: Pipe | undefined;
  contentComplete = false;
  contentFound = false;
  /** The key that stands for what is read of it, as a link from it. */
  content: SelectedKey | undefined;
  #matches: Map<string, CacheKey> | undefined;
  #byContent: Set<string> | undefined;
  #selectedOf: readonly CacheKey[] = none;
  #selected: readonly SelectedKey[] = none;

  constructor(index: number) {
    this.index = index;
  }

  /** Keys of the edge that the input's keys lead to, by id. */
  get matches(): ReadonlyMap<string, CacheKey> {
    return this.#matches ?? noMatches;
  }

  get matched(): boolean {
    return this.#matches !== undefined;
  }

  /** Whether only the content led to a key. */
  isByContent(id: string): boolean {
    return this.#byContent?.has(id) ?? false;
  }

  /** Whether the content led to a key that the definition had not led to. */
  get foundByContent(): boolean {
    return this.#byContent !== undefined;
  }

  /** Takes a key that was looked up; false where it is known. */
  add(key: CacheKey, byContent: boolean): boolean {
    const id = key.id!;
    this.#matches ??= new Map();
    if (this.#matches.has(id)) return false;
    this.#matches.set(id, key);
    if (byContent) (this.#byContent ??= new Set()).add(id);
    return true;
  }

  /** Takes note of how far its edge is. */
  note(edge: Edge): void {
    this.phase = edge.phase;
    this.result = edge.result;
    this.map = edge.cacheMap;
    this.keys = edge.keys;
  }

  takeContent(digest: Digest, link: string): SelectedKey {
    return (this.content = { key: keyOfId(digest, contentOutput, digest), link });
  }

  /** The input's keys by the link from them. */
  selected(link: string): readonly SelectedKey[] {
    if (this.#selectedOf === this.keys) return this.#selected;
    this.#selectedOf = this.keys;
    return (this.#selected = select(this.keys, link));
  }

  /** All keys that its result goes by, or that are known where there is none yet. */
  alternatives(link: string): readonly SelectedKey[] {
    const { result, content } = this;
    if (!result) return this.selected(link);
    const keys = select(result.keys, link);
    return content ? [...keys, content] : keys;
  }
}

/** Keys of an input, narrowed by what is read of it. */
export function select(keys: readonly CacheKey[], link: string): readonly SelectedKey[] {
  return keys.length === 0 ? none : keys.map((key) => ({ key, link }));
}

