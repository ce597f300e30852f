/**
 * One output of a vertex on its way from nothing to a result: BuildKit `solver/edge.go`. It asks for the operation's key and
 * the keys of its inputs, looks them up, asks for content keys only where the definition leads nowhere, loads what it finds,
 * and has its inputs made and the operation run only where nothing can be found any more. Which steps of a build are CACHED,
 * and which are not even looked at, is decided here and nowhere else.
 */
import { contentOutput } from '../cache/cache-key.ts';
import type { CacheKey, SelectedKey } from '../cache/cache-key.ts';
import type { StoreDraft } from '../cache/store-draft.ts';
import type { CacheRecord } from '../cache-store.ts';
import type { CacheDep, CacheMap } from '../keys/cache-map.ts';
import type { Digest } from '../../fs/index.ts';
import { newDep, select } from './dep.ts';
import type { Dep, Found } from './dep.ts';
import { Phase, sameState } from './edge-state.ts';
import type { EdgeState } from './edge-state.ts';
import type { CachedResult, Operation } from './operation.ts';
import type { Pipe } from './pipe.ts';
import type { Scheduler } from './scheduler.ts';
import { canceledError, wrapError } from './solve-error.ts';
import type { SolveError } from './solve-error.ts';

/** See above: one for each output that something reads. */
export class Edge implements EdgeState {
  readonly operation: Operation;
  readonly output: number;
  phase: Phase = Phase.initial;
  result: CachedResult | undefined;
  cacheMap: CacheMap | undefined;
  keys: CacheKey[] = [];
  deps: Dep[] = [];
  error: SolveError | undefined;
  keysChanged = false;
  /** Something that was asked for has not been answered yet; kept by the scheduler. */
  waiting = false;
  /** The edge that took this one over. */
  owner: Edge | undefined;

  readonly #store: StoreDraft;
  readonly #ignoreCache: boolean;
  #depsReady = false;
  #depOf = new Map<Pipe, Dep>();
  #mapRequest: Pipe | undefined;
  #mapDone = false;
  #mapIndex = 0;
  #rootDigests: string[] = [];
  #execRequest: Pipe | undefined;
  #loading = false;
  #records = new Map<string, Found>();
  #loaded = new Set<string>();
  #matched = new Set<string>();
  #noMatchPossible = false;
  #allFast = false;
  #allSlow = false;
  #allComplete = false;

  constructor(operation: Operation, output: number, store: StoreDraft) {
    this.operation = operation;
    this.output = output;
    this.#store = store;
    this.#ignoreCache = operation.ignoreCache;
  }

  /** Takes in what was answered, answers what can be answered, asks for what is still needed. */
  unpark(incoming: readonly Pipe[], updates: readonly Pipe[], outgoing: readonly Pipe[], scheduler: Scheduler): void {
    let changed = false;
    for (const update of updates) changed = this.#process(update) || changed;
    if (changed) this.#recalculate();

    const desired = this.#respond(incoming, outgoing);
    if (desired === undefined) return;

    let asked = false;
    if (!this.#mapRequest && (!this.cacheMap || this.#records.size === 0)) {
      const index = this.#mapIndex;
      this.#mapRequest = scheduler.work(this, (done) =>
        this.operation.cacheMap(index, (value, error) => done(value, error && wrapError('failed to load cache key', error))),
      );
      asked = true;
    }
    if (!this.#execRequest && desired === Phase.complete && this.#execute(scheduler)) return;
    if (!this.#execRequest && !this.#askInputs(desired, scheduler, false) && !this.waiting && !asked) {
      this.#askInputs(desired, scheduler, true);
    }
  }

  /** The newest of the results that were found for it. */
  get found(): CacheRecord | undefined {
    return this.#best()?.record;
  }

  /** Inputs whose content led to a result where their definition led nowhere. */
  get inputsByContent(): readonly number[] {
    return this.deps.filter((dep) => dep.contentMatches.size > 0).map((dep) => dep.index);
  }

  /** What the key of this edge would be by all that is known; undefined while an input has none. */
  indexKey(): CacheKey | undefined {
    const { cacheMap } = this;
    if (!cacheMap) return undefined;
    const inputs: SelectedKey[][] = [];
    for (const dep of this.deps) {
      const { keys, result } = dep.state;
      if (keys.length === 0 && !result) return undefined;
      const selector = cacheMap.deps[dep.index]!.selector;
      const all = [...keys, ...(result?.keys ?? [])].map((key): SelectedKey => ({ selector, key }));
      if (result && dep.contentKey) all.push({ selector: '', key: dep.contentKey });
      inputs.push(all);
    }
    return { digest: cacheMap.digest, output: this.output, inputs };
  }

  #process(update: Pipe): boolean {
    if (update === this.#mapRequest && update.seen.completed) {
      this.#takeCacheMap(update);
      return true;
    }
    if (update === this.#execRequest && update.seen.completed) {
      this.#takeResult(update);
      return true;
    }
    const dep = this.#depOf.get(update);
    if (dep) return this.#takeInput(dep, update);
    for (const each of this.deps) {
      if (update === each.contentRequest && update.seen.completed) {
        this.#takeContentKey(each, update);
        return true;
      }
    }
    return false;
  }

  #takeCacheMap(request: Pipe): void {
    const { error, canceled, value } = request.seen;
    if (error) {
      this.#mapRequest = undefined;
      if (!canceled) this.error ??= error;
      return;
    }
    const { map, complete } = value as { map: CacheMap; complete: boolean };
    this.cacheMap = map;
    this.#mapDone = complete;
    this.#mapIndex++;
    if (this.operation.inputs.length === 0) {
      this.#rootDigests.push(map.digest);
      const key = this.#ignoreCache ? undefined : this.#store.queryRoot(map.digest, this.output);
      if (key) {
        for (const record of this.#store.recordsOf(key)) this.#records.set(record.id, { record, key });
        this.keys = [...this.keys, key];
      }
      this.phase = Phase.cacheSlow;
    }
    if (this.#allHaveKeys(false)) this.keysChanged = true;
    for (const dep of this.deps) {
      this.#probe(dep, select(dep.state.keys, map.deps[dep.index]!.selector));
      this.#checkMatchPossible(dep);
    }
    if (!complete) this.#mapRequest = undefined;
  }

  #takeResult(request: Pipe): void {
    const { error, canceled, value } = request.seen;
    if (error) {
      this.#execRequest = undefined;
      if (this.#loading) for (const id of this.#loaded) this.#records.delete(id);
      else if (!canceled) this.error ??= error;
      return;
    }
    this.result = value as CachedResult;
    this.phase = Phase.complete;
    // A loaded result's key is known already; the keys of a forced run must not lead those who read it to old results.
    if (!this.#loading && !this.#ignoreCache) this.keys = [...this.keys, ...this.result.keys];
  }

  #takeInput(dep: Dep, request: Pipe): boolean {
    const { error, canceled, completed, value } = request.seen;
    if (error && completed && !canceled) this.error ??= error;
    if (!value) return false;
    const edge = value as EdgeState;
    const state: EdgeState = { phase: edge.phase, result: edge.result, cacheMap: edge.cacheMap, keys: edge.keys };
    const before = dep.state;
    let changed = false;
    if (before.keys.length < state.keys.length) {
      if (this.cacheMap) {
        this.#probe(dep, select(state.keys.slice(before.keys.length), this.cacheMap.deps[dep.index]!.selector));
        dep.state = { ...before, keys: state.keys };
        if (this.#allHaveKeys(false)) this.keysChanged = true;
      }
      changed = true;
    }
    if (before.phase !== Phase.complete && state.phase === Phase.complete) this.keysChanged = true;
    dep.state = state;
    if (state.phase !== before.phase && this.cacheMap) {
      this.#checkMatchPossible(dep);
      changed = true;
    }
    return changed;
  }

  #takeContentKey(dep: Dep, request: Pipe): void {
    const { error, canceled, value } = request.seen;
    if (error) {
      dep.contentRequest = undefined;
      if (!canceled) this.error ??= error;
      return;
    }
    if (dep.contentComplete) return;
    const digest = value as Digest | '';
    const own = this.cacheMap!.deps[dep.index]!;
    if (own.content && digest !== '') {
      dep.contentKey = { digest, output: contentOutput, inputs: [], id: digest };
      const content: SelectedKey = { selector: '', key: dep.contentKey };
      const before = new Set(dep.matches.keys());
      dep.contentFound = this.#probe(dep, [content]);
      for (const id of dep.matches.keys()) if (!before.has(id)) dep.contentMatches.add(id);
      // From now on both kinds of key lead to the same results.
      const both = [...select(dep.state.result?.keys ?? [], own.selector), content];
      this.#store.query(both, dep.index, this.cacheMap!.digest, this.output);
    }
    dep.contentComplete = true;
    this.keysChanged = true;
    this.#checkMatchPossible(dep);
  }

  /** Looks up where an input's keys lead; true where something new was found. */
  #probe(dep: Dep, keys: readonly SelectedKey[]): boolean {
    if (keys.length === 0 || this.#ignoreCache) return false;
    let found = false;
    for (const key of this.#store.query(keys, dep.index, this.cacheMap!.digest, this.output)) {
      if (dep.matches.has(key.id!)) continue;
      dep.matches.set(key.id!, key);
      found = true;
    }
    return found;
  }

  /** Gives up the search where an input has shown all of its keys and none leads anywhere. */
  #checkMatchPossible(dep: Dep): void {
    if (dep.matches.size > 0) return;
    const none = this.#content(dep) ? dep.contentComplete && !dep.contentFound : dep.state.phase >= Phase.cacheSlow;
    if (none) this.#noMatchPossible = true;
  }

  #content(dep: Dep): CacheDep['content'] {
    return this.cacheMap?.deps[dep.index]?.content;
  }

  #prepares(): boolean {
    return this.cacheMap !== undefined && this.operation.preparesInputs;
  }

  #contentOpen(dep: Dep): boolean {
    return dep.state.phase === Phase.cacheSlow || (dep.state.phase === Phase.complete && !dep.contentComplete);
  }

  #allHaveKeys(matching: boolean): boolean {
    if (!this.cacheMap) return false;
    return this.deps.every((dep) => {
      const some = matching ? dep.matches.size > 0 : dep.state.keys.length > 0;
      return some || dep.contentKey !== undefined || dep.state.result !== undefined;
    });
  }

  /** Content keys come in two turns: first those of inputs whose definition led nowhere. */
  #skipContentTurn(dep: Dep): boolean {
    if (dep.contentComplete || !this.#content(dep) || dep.matches.size === 0) return false;
    return this.deps.some(
      (each) =>
        ((!each.contentComplete && this.#content(each) !== undefined) || each.state.phase < Phase.cacheSlow) && each.matches.size === 0,
    );
  }

  #skipDefinitionTurn(dep: Dep): boolean {
    if (dep.matches.size === 0) return false;
    return this.deps.some(
      (each) =>
        !this.cacheMap ||
        (each.matches.size === 0 && (this.#content(each) ? !each.contentComplete : each.state.phase < Phase.complete)),
    );
  }

  #recalculate(): void {
    for (const match of this.#newMatches()) this.#takeMatch(match);
    if (!this.cacheMap) return;
    let low: Phase = Phase.initial;
    let high: Phase = Phase.cacheSlow;
    let [fast, slow, slowState, complete] = [true, true, true, true];
    for (const dep of this.deps) {
      const { phase } = dep.state;
      const contentOpen = this.#content(dep) !== undefined && this.#contentOpen(dep);
      const open = (this.#content(dep) !== undefined || this.#prepares()) && this.#contentOpen(dep);
      if (phase > low && dep.matches.size === 0 && !open) low = phase > Phase.cacheSlow ? Phase.cacheSlow : phase;
      const effective = contentOpen ? Phase.cacheFast : phase;
      if (effective < high) high = effective;
      if (open || phase < Phase.complete) complete = false;
      if (phase < Phase.cacheFast) fast = false;
      if (contentOpen || phase < Phase.cacheSlow) slow = false;
      if (phase < Phase.cacheSlow && dep.matches.size === 0) slowState = false;
    }
    if (low > this.phase) this.phase = low;
    if (high > this.phase) this.phase = high;
    if (!this.#mapDone && this.keys.length === 0) this.phase = Phase.initial;
    this.#allFast = this.#mapDone && fast;
    this.#allSlow = this.#mapDone && slow;
    this.#allComplete = this.#mapDone && complete;
    if (this.#mapDone && slowState && this.#records.size > 0 && this.phase === Phase.cacheFast && this.#nothingOpen()) {
      this.phase = Phase.cacheSlow;
    }
  }

  /** Keys that every input leads to and that were not taken yet. */
  #newMatches(): readonly CacheKey[] {
    const [first, ...rest] = this.deps;
    if (!first || first.matches.size === 0) return [];
    const found: CacheKey[] = [];
    for (const [id, key] of first.matches) {
      if (!this.#matched.has(id) && rest.every((dep) => dep.matches.has(id))) found.push(key);
    }
    return found;
  }

  #takeMatch(match: CacheKey): void {
    this.#matched.add(match.id!);
    const inputs = this.deps.map((dep): readonly SelectedKey[] => {
      const { selector } = this.cacheMap!.deps[dep.index]!;
      const { result, keys } = dep.state;
      if (!result) return select(keys, selector);
      return [...select(result.keys, selector), ...(dep.contentKey ? [{ selector: '' as const, key: dep.contentKey }] : [])];
    });
    const key: CacheKey = { digest: match.digest, output: match.output, inputs, id: match.id! };
    for (const record of this.#store.recordsOf(key)) {
      if (!this.#loaded.has(record.id)) this.#records.set(record.id, { record, key });
    }
    this.keys = [...this.keys, key];
  }

  /** No input that has shown all its keys has a match that could still come to something. */
  #nothingOpen(): boolean {
    let open = new Set<string>();
    for (const dep of this.deps) {
      if (this.#content(dep) && this.#contentOpen(dep)) continue;
      const own = [...dep.matches.keys()].filter((id) => !this.#matched.has(id));
      open = open.size > 0 ? new Set(own.filter((id) => open.has(id))) : new Set(own);
      if (open.size === 0) return true;
    }
    return false;
  }

  /** Answers the requests that can be answered; the phase that the others want, or undefined where none is left. */
  #respond(incoming: readonly Pipe[], outgoing: readonly Pipe[]): Phase | undefined {
    let canComplete = true;
    let desired: Phase = this.phase;
    let allCanceled = true;
    if (!this.error && !this.result) {
      for (const request of incoming) {
        if (request.canceled) continue;
        allCanceled = false;
        const wants = request.request!;
        if (desired >= wants.desired) continue;
        desired = wants.desired;
        if (this.waiting || wants.desired === Phase.complete || wants.currentKeys === this.keys.length) canComplete = false;
      }
    }
    if (!allCanceled && this.phase < Phase.complete && this.keys.length === 0 && this.waiting) canComplete = false;
    if (canComplete && this.waiting) {
      for (const pipe of outgoing) pipe.cancel();
      const kept = incoming.find((request) => !request.canceled) ?? incoming[0];
      for (const request of incoming) if (request !== kept) this.#finish(request);
      return undefined;
    }
    if (canComplete) {
      for (const request of incoming) this.#finish(request);
      return undefined;
    }
    for (const request of incoming) {
      const wants = request.request!;
      if (request.canceled || (!this.waiting && this.phase >= wants.desired)) this.#finish(request);
      else if (!sameState(request.told ?? wants.current, this)) request.tell(this);
    }
    return desired;
  }

  #finish(request: Pipe): void {
    request.finish(this, this.error ?? (request.canceled ? canceledError : undefined));
  }

  #askInputs(desired: Phase, scheduler: Scheduler, force: boolean): boolean {
    if (!this.#depsReady) {
      this.#depsReady = true;
      this.deps = this.operation.inputs.map((_, index) => newDep(index));
    }
    let added = false;
    for (const dep of this.deps) {
      const wanted = this.#wanted(dep, desired, force);
      if (dep.state.phase < wanted) added = this.#ask(dep, wanted, scheduler) || added;
      added = this.#askContentKey(dep, scheduler) || added;
    }
    return added;
  }

  #wanted(dep: Dep, desired: Phase, force: boolean): Phase {
    const { phase } = dep.state;
    if (this.#noMatchPossible || force) return Phase.complete;
    if (phase === Phase.initial && desired > phase) return Phase.cacheFast;
    const matched = dep.matches.size > 0;
    if (phase === Phase.cacheFast && desired > phase) {
      const turn = (this.#allFast && this.keys.length === 0) || !matched || this.#allHaveKeys(true);
      return turn && this.cacheMap && !this.#skipDefinitionTurn(dep) ? Phase.cacheSlow : phase;
    }
    if (!this.cacheMap || phase !== Phase.cacheSlow) return phase;
    const content = this.#content(dep) !== undefined;
    if (desired === Phase.complete) {
      const turn = !matched || this.#allSlow || (content && !this.#skipDefinitionTurn(dep));
      return turn && this.#records.size === 0 && (!matched || !this.#skipContentTurn(dep)) ? Phase.complete : phase;
    }
    if (content && desired === Phase.cacheSlow && (!matched || !this.#skipContentTurn(dep))) return Phase.complete;
    return phase;
  }

  #ask(dep: Dep, desired: Phase, scheduler: Scheduler): boolean {
    if (dep.request && !dep.request.seen.completed) {
      if (dep.request.request!.desired === desired) return false;
      dep.request.cancel();
    }
    const { operation, output } = this.operation.inputs[dep.index]!;
    dep.request = scheduler.ask(this, operation, output, { desired, current: dep.state, currentKeys: dep.state.keys.length });
    this.#depOf.set(dep.request, dep);
    return true;
  }

  #askContentKey(dep: Dep, scheduler: Scheduler): boolean {
    const { result, phase } = dep.state;
    if (phase !== Phase.complete || !result || dep.contentRequest) return false;
    if (!this.#content(dep) && !this.#prepares()) return false;
    dep.contentRequest = scheduler.work(this, (done) =>
      this.operation.contentKey(dep.index, result, (value, error) => done(value, error && wrapError('failed to compute cache key', error))),
    );
    return true;
  }

  /** Loads what was found, or runs the operation where all inputs are there; false where it is too early for both. */
  #execute(scheduler: Scheduler): boolean {
    const found = this.#records.size > 0;
    if (!found && !this.#allComplete) return false;
    if (this.keysChanged) {
      // Once more round, so that an equal edge can be found before anything runs.
      scheduler.work(this, (done) => {
        done(undefined);
        return undefined;
      });
      return true;
    }
    this.#loading = found;
    if (!found) {
      this.#execRequest = scheduler.work(this, (done) => this.#run(done));
      return true;
    }
    const best = this.#best()!;
    this.#loaded.add(best.record.id);
    const via = this.deps.some((dep) => dep.contentMatches.has(best.key.id!)) ? 'content' : 'definition';
    const kept = this.#store.isKept(best.record.id);
    this.#execRequest = scheduler.work(this, (done) =>
      this.operation.load(best.record, via, (value, error) => {
        if (value?.record && !kept) this.#store.adopt(best.key, value.record);
        done(value && { ...value, keys: [best.key] }, error && wrapError('failed to load cache', error));
      }),
    );
    for (const request of this.#depOf.keys()) request.cancel();
    return true;
  }

  #best(): Found | undefined {
    let best: Found | undefined;
    for (const each of this.#records.values()) if (!best || each.record.created > best.record.created) best = each;
    return best;
  }

  #run(done: (value: unknown, error?: SolveError) => void): (() => void) | undefined {
    const keys = this.#ownKeys();
    const inputs = this.deps.map((dep) => dep.state.result!);
    return this.operation.execute(inputs, (records, error) => {
      if (!records) return done(undefined, error);
      const record = records[this.output];
      if (record) for (const key of keys) this.#store.save(key, record);
      done({ record, keys } satisfies CachedResult);
    });
  }

  /** The keys under which a new result is kept: with inputs one that has all alternatives, else one for each digest. */
  #ownKeys(): readonly CacheKey[] {
    if (this.deps.length === 0) {
      return this.#rootDigests.map((digest): CacheKey => ({ digest, output: this.output, inputs: [], id: `${digest}@${this.output}` }));
    }
    const inputs = this.deps.map((dep) => {
      const selected = select(dep.state.result!.keys, this.cacheMap!.deps[dep.index]!.selector);
      return dep.contentKey ? [...selected, { selector: '' as const, key: dep.contentKey }] : selected;
    });
    return [{ digest: this.cacheMap!.digest, output: this.output, inputs }];
  }
}
