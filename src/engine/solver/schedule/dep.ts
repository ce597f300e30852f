import { keyOfId, contentOutput } from '../cache/cache-key.ts';
import type { CacheKey, SelectedKey } from '../cache/cache-key.ts';
import type { Digest } from '../../fs/index.ts';
import type { CacheMap } from '../keys/cache-map.ts';
import type { Edge } from './edge.ts';
import type { CachedResult } from './operation.ts';
import { Phase } from './phase.ts';
import type { Pipe } from './pipe.ts';

const none: readonly never[] = [];

/** What an edge knows of one of its inputs. */
export class Dep {
  readonly index: number;
  /** How far the input's edge was when it last said so, and the keys that it had. */
  phase: Phase = Phase.initial;
  result: CachedResult | undefined = undefined;
  map: CacheMap | undefined = undefined;
  keys: readonly CacheKey[] = none;
  request: Pipe | undefined = undefined;
  contentRequest: Pipe | undefined = undefined;
  contentComplete = false;
  contentFound = false;
  /** The key that stands for what is read of it, as a link from it. */
  content: SelectedKey | undefined = undefined;
  /** Keys of the edge that the input's keys lead to, each once. */
  matches: readonly CacheKey[] = none;
  /** Their ids, where there are so many that looking through them takes long. */
  #ids: Set<string> | undefined = undefined;
  /** Those that only the content led to. */
  #byContent: readonly CacheKey[] = none;
  #selectedOf: readonly CacheKey[] = none;
  #selected: readonly SelectedKey[] = none;

  constructor(index: number) {
    this.index = index;
  }

  get matched(): boolean {
    return this.matches.length > 0;
  }

  hasMatch(id: string): boolean {
    const { matches } = this;
    if (matches.length > 16) return (this.#ids ??= new Set(matches.map((key) => key.id!))).has(id);
    for (const key of matches) if (key.id === id) return true;
    return false;
  }

  /** Whether only the content led to a key. */
  isByContent(id: string): boolean {
    return this.#byContent.some((key) => key.id === id);
  }

  /** Whether the content led to a result where the definition led nowhere. */
  get foundByContent(): boolean {
    return this.#byContent.length > 0;
  }

  /** Takes keys that were looked up, each of them once; whether there are new ones. */
  add(keys: readonly CacheKey[], byContent: boolean): boolean {
    const fresh = this.matched ? keys.filter((key) => !this.hasMatch(key.id!)) : keys;
    if (fresh.length === 0) return false;
    this.matches = this.matched ? [...this.matches, ...fresh] : fresh;
    this.#ids = undefined;
    if (byContent) this.#byContent = fresh;
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

