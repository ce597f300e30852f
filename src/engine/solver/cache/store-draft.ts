/**
 * The store while a build writes to it: what was there before is read through and never touched, what is new stays beside it
 * until `commit` puts both together. Lookups are BuildKit's `solver/cachemanager.go`.
 */
import type { Digest } from '../../fs/node.ts';
import type { CacheRecord, CacheStore, LocalSource } from '../cache-store.ts';
import { keyOfId, rootKey, rootKeyId } from './cache-key.ts';
import type { CacheKey, SelectedKey } from './cache-key.ts';

/** See above: one for each build. */
export class StoreDraft {
  readonly #base: CacheStore;
  readonly #imports: readonly CacheStore[];
  readonly #records = new Map<string, CacheRecord>();
  readonly #results = new Map<string, readonly string[]>();
  readonly #links = new Map<string, Map<string, readonly string[]>>();
  readonly #sources = new Map<string, LocalSource | undefined>();
  readonly #mounts = new Map<string, string | undefined>();
  readonly #blobs = new Set<Digest>();
  readonly #unpacked = new Set<Digest>();
  #serial: number;

  /** `imports` are looked up too; what is found there has to be adopted to stay. */
  constructor(base: CacheStore, imports: readonly CacheStore[] = []) {
    this.#base = base;
    this.#imports = imports;
    this.#serial = base.serial;
  }

  newId(prefix: string): string {
    return `${prefix}${this.#serial++}`;
  }

  /** Number of ids that were given out. */
  get given(): number {
    return this.#serial - this.#base.serial;
  }

  /** Counts ids as given out. */
  skipIds(count: number): void {
    this.#serial += count;
  }

  /** Ids of the records that were used anew, where that is all that will be different after this build. */
  get onlyUsed(): readonly string[] | undefined {
    if (this.#blobs.size > 0 || this.#unpacked.size > 0 || this.#mounts.size > 0) return undefined;
    for (const written of [this.#links, this.#results]) for (const key of written.keys()) if (!key.startsWith('random:')) return undefined;
    const ids = [...this.#records.keys()];
    return ids.every((id) => this.#base.records.has(id)) ? ids : undefined;
  }

  record(id: string): CacheRecord | undefined {
    return this.#records.get(id) ?? this.#base.records.get(id) ?? this.#imports.find((store) => store.records.has(id))?.records.get(id);
  }

  /** Whether it will be there after this build; what is only in an imported cache will not. */
  isKept(id: string): boolean {
    return this.#records.has(id) || this.#base.records.has(id);
  }

  putRecord(record: CacheRecord): void {
    this.#records.set(record.id, record);
  }

  source(name: string): LocalSource | undefined {
    return this.#sources.has(name) ? this.#sources.get(name) : this.#base.sources.get(name);
  }

  putSource(name: string, source: LocalSource): void {
    this.#sources.set(name, source);
  }

  /** Lets go of the folder that a record holds. */
  forgetSource(record: string): void {
    for (const sources of [this.#base.sources, this.#sources]) {
      for (const [name, source] of sources) if (source?.record === record) this.#sources.set(name, undefined);
    }
  }

  hasBlob(digest: Digest): boolean {
    return this.#blobs.has(digest) || this.#base.blobs.has(digest);
  }

  putBlob(digest: Digest): void {
    this.#blobs.add(digest);
  }

  isUnpacked(digest: Digest): boolean {
    return this.#unpacked.has(digest) || this.#base.unpacked.has(digest);
  }

  putUnpacked(digest: Digest): void {
    this.#unpacked.add(digest);
  }

  /** Id of the record that a cache mount's files are kept in. */
  mount(id: string): string | undefined {
    return this.#mounts.has(id) ? this.#mounts.get(id) : this.#base.mounts.get(id);
  }

  putMount(id: string, record: string | undefined): void {
    this.#mounts.set(id, record);
  }

  /**
   * The keys that one of an input's keys leads to. All of the given keys are taken for the same input, so what one of them
   * leads to is linked to the others too (`cacheManager.Query`).
   */
  query(keys: readonly SelectedKey[], digest: string, output: number): readonly CacheKey[] {
    const [first] = keys;
    if (first && keys.length === 1 && this.#imports.length === 0) {
      return this.#own(this.idOf(first.key), first.link).map((id) => keyOfId(digest, output, id));
    }
    const reached = keys.map(({ key, link }) => this.#own(this.idOf(key), link));
    const all = new Set(reached.flat());
    keys.forEach(({ key, link }, i) => {
      for (const id of all) if (!reached[i]!.includes(id)) this.#link(this.idOf(key), link, id);
    });
    for (const { key, link } of this.#imports.length > 0 ? keys : []) {
      for (const id of this.#follow(this.idOf(key), link)) all.add(id);
    }
    return [...all].map((id) => keyOfId(digest, output, id));
  }

  /** The key of an operation without inputs, where something is stored under it. */
  queryRoot(digest: string, output: number): CacheKey | undefined {
    const id = rootKeyId(digest, output);
    return this.#hasKey(id) ? rootKey(digest, output) : undefined;
  }

  /** What is stored under a key. */
  recordsOf(key: CacheKey): readonly CacheRecord[] {
    const id = this.idOf(key);
    if (this.#imports.length === 0) {
      const records = this.#resultsOf(id).map((record) => this.record(record));
      return records.includes(undefined) ? records.flatMap((record) => record ?? []) : (records as readonly CacheRecord[]);
    }
    const ids = new Set(this.#resultsOf(id));
    for (const store of this.#imports) for (const record of store.results.get(id) ?? []) ids.add(record);
    return [...ids].flatMap((record) => this.record(record) ?? []);
  }

  /** Puts a record under a key and makes sure that each of its inputs' keys leads there. */
  save(key: CacheKey, record: CacheRecord): void {
    this.#keep(this.idOf(key), record);
    this.#persist(key);
  }

  /** Keeps a result of an imported cache and those whose layers it stands on (`combinedcache.go: Load`). */
  adopt(key: CacheKey, record: CacheRecord): void {
    this.save(key, record);
    const pending = [...record.parents];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      const below = this.isKept(id) ? undefined : this.record(id);
      if (!below) continue;
      pending.push(...below.parents);
      const used = { ...below, lastUsed: record.lastUsed, usageCount: 1 };
      this.putRecord(used);
      for (const store of this.#imports) for (const [node, ids] of store.results) if (ids.includes(id)) this.#keep(node, used);
    }
  }

  #keep(node: string, record: CacheRecord): void {
    const ids = this.#resultsOf(node);
    if (!ids.includes(record.id)) this.#results.set(node, [...ids, record.id]);
    this.putRecord(record);
  }

  #resultsOf(node: string): readonly string[] {
    return this.#results.get(node) ?? this.#base.results.get(node) ?? [];
  }

  /** The key's node: the one that all of its inputs lead to, or a new one (`getIDFromDeps`). */
  idOf(key: CacheKey): string {
    return (key.id ??= this.#findId(key));
  }

  #findId(key: CacheKey): string {
    let matches: Set<string> | undefined;
    for (const alternatives of key.inputs) {
      const reached = alternatives.map((alternative) => this.#follow(this.idOf(alternative.key), alternative.link));
      if (!matches) matches = new Set(reached.flat());
      else for (const id of matches) if (!reached.every((ids) => ids.includes(id))) matches.delete(id);
      if (matches.size === 0) break;
    }
    const [first] = matches ?? [];
    return first ?? this.newId('k');
  }

  #persist(key: CacheKey): void {
    const id = this.idOf(key);
    for (const alternatives of key.inputs) {
      for (const { key: from, link } of alternatives) {
        const parent = this.idOf(from);
        if (this.#own(parent, link).includes(id)) continue;
        this.#persist(from);
        this.#link(parent, link, id);
      }
    }
  }

  #own(key: string, link: string): readonly string[] {
    return this.#links.get(key)?.get(link) ?? this.#base.links.get(key)?.get(link) ?? [];
  }

  /** Where a link leads, in imported caches too. */
  #follow(key: string, link: string): readonly string[] {
    const own = this.#own(key, link);
    if (this.#imports.length === 0) return own;
    return [...new Set([...own, ...this.#imports.flatMap((store) => store.links.get(key)?.get(link) ?? [])])];
  }

  #link(key: string, link: string, to: string): void {
    let links = this.#links.get(key);
    if (!links) this.#links.set(key, (links = new Map()));
    links.set(link, [...this.#own(key, link), to]);
  }

  #hasKey(id: string): boolean {
    if (this.#results.has(id) || this.#links.has(id)) return true;
    return [this.#base, ...this.#imports].some((store) => store.results.has(id) || store.links.has(id));
  }

  /** The store with what was written. Links of keys that belong to one session are left out: nothing can lead there again. */
  commit(): CacheStore {
    const base = this.#base;
    const links = new Map(this.#links);
    for (const [key, added] of links) {
      const known = base.links.get(key);
      if (key.startsWith('random:')) links.delete(key);
      else if (known) links.set(key, new Map([...known, ...added]));
    }
    const results = new Map(this.#results);
    for (const key of results.keys()) if (key.startsWith('random:')) results.delete(key);
    return {
      records: written(base.records, this.#records),
      results: written(base.results, results),
      links: written(base.links, links),
      sources: written(base.sources, this.#sources),
      blobs: this.#blobs.size > 0 ? new Set([...base.blobs, ...this.#blobs]) : base.blobs,
      unpacked: this.#unpacked.size > 0 ? new Set([...base.unpacked, ...this.#unpacked]) : base.unpacked,
      mounts: written(base.mounts, this.#mounts),
      serial: this.#serial,
    };
  }
}

/** A map with what was written to it, `undefined` for what was removed; the map itself where nothing was. */
function written<T>(base: ReadonlyMap<string, T>, changes: ReadonlyMap<string, T | undefined>): ReadonlyMap<string, T> {
  if (changes.size === 0) return base;
  const all = new Map(base);
  for (const [key, value] of changes) {
    if (value === undefined) all.delete(key);
    else all.set(key, value);
  }
  return all;
}
