/**
 * One output of a vertex on its way from nothing to a result: BuildKit `solver/edge.go`. It asks for the operation's key and
 * the keys of its inputs, looks them up, asks for content keys only where the definition leads nowhere, loads what it finds,
 * and has its inputs made and the operation run only where nothing can be found any more. Which steps of a build are CACHED,
 * and which are not even looked at, is decided here and nowhere else.
 */
import { keyOfId, newKey, rootKeyId } from '../cache/cache-key.ts';
import type { CacheKey, SelectedKey } from '../cache/cache-key.ts';
import { linksOf } from '../cache/links.ts';
import type { InputLinks } from '../cache/links.ts';
import type { StoreDraft } from '../cache/store-draft.ts';
import type { CacheRecord } from '../cache-store.ts';
import type { CacheMap } from '../keys/cache-map.ts';
import type { Digest } from '../../fs/index.ts';
import { Dep, select } from './dep.ts';
import type { CachedResult, Operation } from './operation.ts';
import { Phase } from './phase.ts';
import { PipeList } from './pipe.ts';
import type { Pipe } from './pipe.ts';
import type { Scheduler } from './scheduler.ts';
import { canceledError, wrapError } from './solve-error.ts';
import type { SolveError } from './solve-error.ts';

/** A result in the cache, and the key that led to it. */
interface Found {
  readonly record: CacheRecord;
  readonly key: CacheKey;
}

/** Short lists are made anew when they grow: most stay empty, and a large build has thousands. */
const none: readonly never[] = [];

/** See above: one for each output that something reads. */
export class Edge {
  readonly operation: Operation;
  readonly output: number;
  /** Puts an edge in line to be dispatched. */
  readonly signal: (edge: Edge) => void;
  phase: Phase = Phase.initial;
  result: CachedResult | undefined = undefined;
  cacheMap: CacheMap | undefined = undefined;
  /** Grows by being made anew: who was told of the keys keeps the list as it was. */
  keys: readonly CacheKey[] = none;
  deps: readonly Dep[] = none;
  error: SolveError | undefined = undefined;
  keysChanged = false;
  /** The edge that took this one over. */
  owner: Edge | undefined = undefined;

  /** What is asked of it and what it asks, as far as that is open; with the two fields below kept by the scheduler. */
  incoming = new PipeList();
  outgoing = new PipeList();
  /** Something that was asked for has not been answered yet. */
  waiting = false;
  queued = false;

  readonly #store: StoreDraft;
  readonly #ignoreCache: boolean;
  #links: readonly InputLinks[] = none;
  #depsReady = false;
  readonly #requests: Pipe[] = [];
  #mapRequest: Pipe | undefined = undefined;
  #mapDone = false;
  #mapIndex = 0;
  #rootDigests: readonly string[] = none;
  #execRequest: Pipe | undefined = undefined;
  #loading = false;
  #records: readonly Found[] = none;
  #loaded: readonly string[] = none;
  #matched: readonly string[] = none;
  /** Number of its inputs' matches when they were last compared. */
  #compared = 0;
  #noMatchPossible = false;
  #allFast = false;
  #allSlow = false;
  #allComplete = false;

  constructor(operation: Operation, output: number, store: StoreDraft, signal: (edge: Edge) => void) {
    this.signal = signal;
    this.operation = operation;
    this.output = output;
    this.#store = store;
    this.#ignoreCache = operation.ignoreCache;
  }

  /** Takes in what was answered, answers what can be answered, asks for what is still needed. */
  unpark(updates: PipeList, scheduler: Scheduler): void {
    let changed = false;
    for (let at = 0; at < updates.size; at++) changed = this.#process(updates.at(at)) || changed;
    if (changed) this.#recalculate();

    const desired = this.#respond();
    if (desired === undefined) return;

    let asked = false;
    if (!this.#mapRequest && (!this.cacheMap || this.#records.length === 0)) {
      const request = (this.#mapRequest = scheduler.work(this));
      request.stop = this.operation.cacheMap(this.#mapIndex, (value, error) => {
        request.finish(value, error && wrapError('failed to load cache key', error));
      });
      asked = true;
    }
    if (this.#execRequest || (desired === Phase.complete && this.#execute(scheduler))) return;
    if (!this.#askInputs(desired, scheduler, false) && !this.waiting && !asked) this.#askInputs(desired, scheduler, true);
  }

  /** The newest of the results that were found for it. */
  get found(): CacheRecord | undefined {
    return this.#best()?.record;
  }

  /** What the key of this edge would be by all that is known; undefined while an input has none. */
  indexKey(): CacheKey | undefined {
    const { cacheMap } = this;
    if (!cacheMap) return undefined;
    const inputs: (readonly SelectedKey[])[] = [];
    for (const dep of this.deps) {
      const { keys, result, content } = dep;
      const { selected: link } = this.#links[dep.index]!;
      if (!result && keys.length === 0) return undefined;
      const known = dep.selected(link);
      inputs.push(result ? [...known, ...select(result.keys, link), ...(content ? [content] : [])] : known);
    }
    return newKey(cacheMap.digest, this.output, inputs);
  }

  #process(update: Pipe): boolean {
    if (update === this.#mapRequest && update.seen) {
      this.#takeCacheMap(update);
      return true;
    }
    if (update === this.#execRequest && update.seen) {
      this.#takeResult(update);
      return true;
    }
    const { dep } = update;
    if (dep && this.deps[dep.index] === dep) return this.#takeInput(dep, update);
    for (const each of this.deps) {
      if (update === each.contentRequest && update.seen) {
        this.#takeContentKey(each, update);
        return true;
      }
    }
    return false;
  }

  #takeCacheMap({ error, givenUp, value }: Pipe): void {
    if (error) {
      this.#mapRequest = undefined;
      if (!givenUp) this.error ??= error;
      return;
    }
    const { map, complete } = value as { map: CacheMap; complete: boolean };
    this.cacheMap = map;
    this.#links = linksOf(map, this.output);
    this.#mapDone = complete;
    this.#mapIndex++;
    if (this.operation.inputs.length === 0) {
      this.#rootDigests = [...this.#rootDigests, map.digest];
      const key = this.#ignoreCache ? undefined : this.#store.queryRoot(map.digest, this.output);
      if (key) this.#takeKey(key);
      this.phase = Phase.cacheSlow;
    }
    if (this.#allHaveKeys(false)) this.keysChanged = true;
    for (const dep of this.deps) {
      this.#probe(dep, dep.selected(this.#links[dep.index]!.selected), false);
      this.#checkMatchPossible(dep);
    }
    if (!complete) this.#mapRequest = undefined;
  }

  #takeResult({ error, givenUp, value }: Pipe): void {
    if (error) {
      this.#execRequest = undefined;
      if (this.#loading) this.#records = this.#records.filter(({ record }) => !this.#loaded.includes(record.id));
      else if (!givenUp) this.error ??= error;
      return;
    }
    this.result = value as CachedResult;
    this.phase = Phase.complete;
    // A loaded result's key is known already; the keys of a forced run must not lead those who read it to old results.
    if (!this.#loading && !this.#ignoreCache) this.keys = [...this.keys, ...this.result.keys];
  }

  #takeInput(dep: Dep, { error, completed, givenUp, value }: Pipe): boolean {
    if (error && completed && !givenUp) this.error ??= error;
    if (!value) return false;
    const edge = value as Edge;
    const { phase, keys } = dep;
    let changed = false;
    if (keys.length < edge.keys.length) {
      if (this.cacheMap) {
        dep.keys = edge.keys;
        this.#probe(dep, dep.selected(this.#links[dep.index]!.selected).slice(keys.length), false);
        if (this.#allHaveKeys(false)) this.keysChanged = true;
      }
      changed = true;
    }
    if (phase !== Phase.complete && edge.phase === Phase.complete) this.keysChanged = true;
    dep.note(edge);
    if (edge.phase !== phase && this.cacheMap) {
      this.#checkMatchPossible(dep);
      changed = true;
    }
    return changed;
  }

  #takeContentKey(dep: Dep, { error, givenUp, value }: Pipe): void {
    if (error) {
      dep.contentRequest = undefined;
      if (!givenUp) this.error ??= error;
      return;
    }
    if (dep.contentComplete) return;
    const digest = value as Digest | '';
    if (this.#readsContent(dep) && digest !== '') {
      const links = this.#links[dep.index]!;
      const content = dep.takeContent(digest, links.content);
      dep.contentFound = this.#probe(dep, [content], true);
      // From now on both kinds of key lead to the same results.
      this.#store.query(dep.alternatives(links.selected), this.cacheMap!.digest, this.output);
    }
    dep.contentComplete = true;
    this.keysChanged = true;
    this.#checkMatchPossible(dep);
  }

  /** Looks up where an input's keys lead; true where something new was found. */
  #probe(dep: Dep, keys: readonly SelectedKey[], byContent: boolean): boolean {
    if (keys.length === 0 || this.#ignoreCache) return false;
    return dep.add(this.#store.query(keys, this.cacheMap!.digest, this.output), byContent);
  }

  /** Gives up the search where an input has shown all of its keys and none leads anywhere. */
  #checkMatchPossible(dep: Dep): void {
    if (dep.matched) return;
    const none = this.#readsContent(dep) ? dep.contentComplete && !dep.contentFound : dep.phase >= Phase.cacheSlow;
    if (none) this.#noMatchPossible = true;
  }

  /** Whether what is read of an input may stand for it. */
  #readsContent(dep: Dep): boolean {
    return this.cacheMap?.deps[dep.index]?.content !== undefined;
  }

  #prepares(): boolean {
    return this.cacheMap !== undefined && this.operation.preparesInputs;
  }

  #contentOpen(dep: Dep): boolean {
    return dep.phase === Phase.cacheSlow || (dep.phase === Phase.complete && !dep.contentComplete);
  }

  #allHaveKeys(matching: boolean): boolean {
    if (!this.cacheMap) return false;
    for (const dep of this.deps) {
      const some = matching ? dep.matched : dep.keys.length > 0;
      if (!some && !dep.content && !dep.result) return false;
    }
    return true;
  }

  /** Content keys come in two turns: first those of inputs whose definition led nowhere. */
  #skipContentTurn(dep: Dep): boolean {
    if (dep.contentComplete || !this.#readsContent(dep) || !dep.matched) return false;
    for (const each of this.deps) {
      if (!each.matched && ((!each.contentComplete && this.#readsContent(each)) || each.phase < Phase.cacheSlow)) return true;
    }
    return false;
  }

  #skipDefinitionTurn(dep: Dep): boolean {
    if (!dep.matched) return false;
    for (const each of this.deps) {
      if (!this.cacheMap || (!each.matched && (this.#readsContent(each) ? !each.contentComplete : each.phase < Phase.complete))) return true;
    }
    return false;
  }

  #recalculate(): void {
    this.#takeMatches();
    if (!this.cacheMap) return;
    let low: Phase = Phase.initial;
    let high: Phase = Phase.cacheSlow;
    let [fast, slow, slowState, complete] = [true, true, true, true];
    for (const dep of this.deps) {
      const { phase, matched } = dep;
      const content = this.#readsContent(dep);
      const contentOpen = content && this.#contentOpen(dep);
      const open = (content || this.#prepares()) && this.#contentOpen(dep);
      if (phase > low && !matched && !open) low = phase > Phase.cacheSlow ? Phase.cacheSlow : phase;
      const effective = contentOpen ? Phase.cacheFast : phase;
      if (effective < high) high = effective;
      if (open || phase < Phase.complete) complete = false;
      if (phase < Phase.cacheFast) fast = false;
      if (contentOpen || phase < Phase.cacheSlow) slow = false;
      if (phase < Phase.cacheSlow && !matched) slowState = false;
    }
    if (low > this.phase) this.phase = low;
    if (high > this.phase) this.phase = high;
    if (!this.#mapDone && this.keys.length === 0) this.phase = Phase.initial;
    this.#allFast = this.#mapDone && fast;
    this.#allSlow = this.#mapDone && slow;
    this.#allComplete = this.#mapDone && complete;
    if (this.#mapDone && slowState && this.#records.length > 0 && this.phase === Phase.cacheFast && this.#nothingOpen()) {
      this.phase = Phase.cacheSlow;
    }
  }

  /** Takes the keys that every input leads to and that were not taken yet. */
  #takeMatches(): void {
    const { deps } = this;
    let matches = 0;
    for (const dep of deps) matches += dep.matches.length;
    if (matches === this.#compared) return;
    this.#compared = matches;
    for (const { id = '', digest, output } of deps[0]!.matches) {
      if (this.#matched.includes(id) || !this.#allMatch(id)) continue;
      this.#matched = [...this.#matched, id];
      this.#takeKey(newKey(digest, output, this.#alternatives(), id));
    }
  }

  #allMatch(id: string): boolean {
    for (const dep of this.deps) if (!dep.hasMatch(id)) return false;
    return true;
  }

  /** Takes note of a key, and of what is in the cache under it: the last key that leads to a result counts. */
  #takeKey(key: CacheKey): void {
    for (const record of this.#store.recordsOf(key)) {
      if (this.#loaded.includes(record.id)) continue;
      const at = this.#records.findIndex((found) => found.record.id === record.id);
      this.#records = at < 0 ? [...this.#records, { record, key }] : this.#records.with(at, { record, key });
    }
    this.keys = [...this.keys, key];
  }

  /** For each input the keys that it goes by. */
  #alternatives(): CacheKey['inputs'] {
    return this.deps.map((dep) => dep.alternatives(this.#links[dep.index]!.selected));
  }

  /** No input that has shown all its keys has a match that could still come to something. */
  #nothingOpen(): boolean {
    let open: readonly string[] = [];
    for (const dep of this.deps) {
      if (this.#readsContent(dep) && this.#contentOpen(dep)) continue;
      const own = dep.matches.flatMap(({ id = '' }) => (this.#matched.includes(id) ? [] : id));
      const before = open;
      open = before.length > 0 ? own.filter((id) => before.includes(id)) : own;
      if (open.length === 0) return true;
    }
    return false;
  }

  /** Answers the requests that can be answered; the phase that the others want, or undefined where none is left. */
  #respond(): Phase | undefined {
    const { incoming } = this;
    let canComplete = true;
    let desired: Phase = this.phase;
    let allCanceled = true;
    if (!this.error && !this.result) {
      for (let at = 0; at < incoming.size; at++) {
        const request = incoming.at(at);
        if (request.canceled) continue;
        allCanceled = false;
        if (desired >= request.desired) continue;
        desired = request.desired;
        if (this.waiting || request.desired === Phase.complete || request.currentKeys === this.keys.length) canComplete = false;
      }
    }
    if (!allCanceled && this.phase < Phase.complete && this.keys.length === 0 && this.waiting) canComplete = false;
    if (canComplete && this.waiting) {
      for (let at = 0; at < this.outgoing.size; at++) this.outgoing.at(at).cancel();
      let kept = 0;
      while (kept < incoming.size && incoming.at(kept).canceled) kept++;
      if (kept === incoming.size) kept = 0;
      for (let at = 0; at < incoming.size; at++) if (at !== kept) this.#finish(incoming.at(at));
      return undefined;
    }
    for (let at = 0; at < incoming.size; at++) {
      const request = incoming.at(at);
      if (canComplete || request.canceled || (!this.waiting && this.phase >= request.desired)) this.#finish(request);
      else if (!request.knows(this)) request.tell(this);
    }
    return canComplete ? undefined : desired;
  }

  #finish(request: Pipe): void {
    request.finish(this, this.error ?? (request.canceled ? canceledError : undefined));
  }

  #askInputs(desired: Phase, scheduler: Scheduler, force: boolean): boolean {
    if (!this.#depsReady) {
      this.#depsReady = true;
      this.deps = this.operation.inputs.map((_, index) => new Dep(index));
    }
    let added = false;
    for (const dep of this.deps) {
      const wanted = this.#wanted(dep, desired, force);
      if (dep.phase < wanted) added = this.#ask(dep, wanted, scheduler) || added;
      added = this.#askContentKey(dep, scheduler) || added;
    }
    return added;
  }

  #wanted(dep: Dep, desired: Phase, force: boolean): Phase {
    const { phase, matched } = dep;
    if (this.#noMatchPossible || force) return Phase.complete;
    if (phase === Phase.initial && desired > phase) return Phase.cacheFast;
    if (phase === Phase.cacheFast && desired > phase) {
      const turn = (this.#allFast && this.keys.length === 0) || !matched || this.#allHaveKeys(true);
      return turn && this.cacheMap && !this.#skipDefinitionTurn(dep) ? Phase.cacheSlow : phase;
    }
    if (!this.cacheMap || phase !== Phase.cacheSlow) return phase;
    const content = this.#readsContent(dep);
    if (desired === Phase.complete) {
      const turn = !matched || this.#allSlow || (content && !this.#skipDefinitionTurn(dep));
      return turn && this.#records.length === 0 && (!matched || !this.#skipContentTurn(dep)) ? Phase.complete : phase;
    }
    if (content && desired === Phase.cacheSlow && (!matched || !this.#skipContentTurn(dep))) return Phase.complete;
    return phase;
  }

  #ask(dep: Dep, desired: Phase, scheduler: Scheduler): boolean {
    if (dep.request && !dep.request.seen) {
      if (dep.request.desired === desired) return false;
      dep.request.cancel();
    }
    this.#requests.push((dep.request = scheduler.ask(this, dep, desired)));
    return true;
  }

  #askContentKey(dep: Dep, scheduler: Scheduler): boolean {
    const { result, phase } = dep;
    if (phase !== Phase.complete || !result || dep.contentRequest) return false;
    if (!this.#readsContent(dep) && !this.#prepares()) return false;
    const request = (dep.contentRequest = scheduler.work(this));
    request.stop = this.operation.contentKey(dep.index, result, (value, error) => {
      request.finish(value, error && wrapError('failed to compute cache key', error));
    });
    return true;
  }

  /** Loads what was found, or runs the operation where all inputs are there; false where it is too early for both. */
  #execute(scheduler: Scheduler): boolean {
    const best = this.#best();
    if (!best && !this.#allComplete) return false;
    if (this.keysChanged) {
      // Once more round, so that an equal edge can be found before anything runs.
      scheduler.work(this).finish(undefined);
      return true;
    }
    this.#loading = best !== undefined;
    const request = (this.#execRequest = scheduler.work(this));
    if (best) this.#load(best, request);
    else this.#run(request);
    return true;
  }

  #best(): Found | undefined {
    let best: Found | undefined;
    for (const each of this.#records) if (!best || each.record.created > best.record.created) best = each;
    return best;
  }

  #load({ key, record }: Found, request: Pipe): void {
    this.#loaded = [...this.#loaded, record.id];
    const via = this.deps.some((dep) => dep.isByContent(key.id!)) ? 'content' : 'definition';
    const kept = this.#store.isKept(record.id);
    request.stop = this.operation.load(record, via, (value, error) => {
      if (value?.record && !kept) this.#store.adopt(key, value.record);
      request.finish(value && { ...value, keys: [key] }, error && wrapError('failed to load cache', error));
    });
    for (const input of this.#requests) input.cancel();
  }

  #run(request: Pipe): void {
    const keys = this.#ownKeys();
    const inputs = this.deps.map((dep) => dep.result!);
    request.stop = this.operation.execute(inputs, (records, error) => {
      if (!records) return request.finish(undefined, error);
      const record = records[this.output];
      if (record) for (const key of keys) this.#store.save(key, record);
      request.finish({ record, keys } satisfies CachedResult);
    });
  }

  /** The keys under which a new result is kept: with inputs one that has all alternatives, else one for each digest. */
  #ownKeys(): readonly CacheKey[] {
    const { output } = this;
    if (this.deps.length === 0) return this.#rootDigests.map((digest) => keyOfId(digest, output, rootKeyId(digest, output)));
    return [newKey(this.cacheMap!.digest, output, this.#alternatives())];
  }
}
