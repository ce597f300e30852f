/**
 * A vertex while it is built: BuildKit's `sharedOp`. It gives its keys, computes content keys, loads and runs, each once however
 * many edges ask, and says in the status stream what it does.
 */
import { contentDigest } from '../../fs/index.ts';
import type { Digest } from '../../fs/index.ts';
import type { Vertex } from '../../graph/op.ts';
import type { CacheRecord } from '../cache-store.ts';
import type { CacheMap } from '../keys/cache-map.ts';
import type { CacheHit, KeyRecord, VertexRecord } from '../record.ts';
import type { Edge } from '../schedule/edge.ts';
import type { CachedResult, Done, Operation, Stop } from '../schedule/operation.ts';
import { canceledError } from '../schedule/solve-error.ts';
import type { SolveError } from '../schedule/solve-error.ts';
import { pulledResult } from '../store/layer-blob.ts';
import type { VertexReads } from '../request.ts';
import type { VertexFacts } from '../stream.ts';
import type { Job } from './job.ts';
import type { Inputs, OperationKind } from './kind.ts';
import type { PulledImage } from './pulls.ts';

type Executed = { readonly records: readonly (CacheRecord | undefined)[] } | { readonly error: SolveError };

interface KeptKey {
  readonly map: CacheMap;
  readonly contents: readonly (Digest | undefined)[];
  readonly key: KeyRecord;
}

/** What solving left of a vertex, without anything that belongs to the one build. */
export interface SettledVertex {
  readonly maps: readonly CacheMap[] | undefined;
  readonly contents: readonly (Digest | undefined)[];
  readonly hit: CacheHit | undefined;
  readonly executed: boolean;
  readonly foundByContent: boolean;
  /** Id of what it loaded. */
  readonly loaded: string | undefined;
}

const none: readonly never[] = [];

const keptKeys = new WeakMap<Vertex, KeptKey>();

/** See above: one for each definition digest of a build. */
export class ActiveVertex implements Operation {
  readonly vertex: Vertex;
  readonly facts: VertexFacts;
  readonly digest: Digest;
  readonly ignoreCache: boolean;
  readonly inputs: readonly { readonly operation: ActiveVertex; readonly output: number }[];
  edges: Edge[] = [];
  /** What it gave in this build, by output. */
  result: readonly (CacheRecord | undefined)[] | undefined;
  hit: CacheHit | undefined;
  executed = false;
  /** A result was found by what it reads, though it was not loaded. */
  foundByContent = false;
  error: SolveError | undefined;
  /** What the status stream said of it, when the build has ended. */
  record: VertexRecord | undefined;

  readonly #job: Job;
  readonly #kind: OperationKind;
  /** By input. */
  #contentKeys: readonly (Digest | undefined)[] = none;
  #maps: readonly CacheMap[] | undefined;
  #mapsGiven = 0;
  #outcome: Executed | undefined;
  #waiting: ((outcome: Executed) => void)[] | undefined;

  constructor(vertex: Vertex, facts: VertexFacts, inputs: ActiveVertex['inputs'], kind: OperationKind, job: Job) {
    this.vertex = vertex;
    this.facts = facts;
    this.digest = facts.digest;
    this.ignoreCache = vertex.ignoreCache ?? false;
    this.inputs = inputs;
    this.#kind = kind;
    this.#job = job;
  }

  get preparesInputs(): boolean {
    return this.#kind.preparesInputs;
  }

  /** The ingredients of the key, as far as they were computed; kept with the vertex while they are the same. */
  get key(): KeyRecord | undefined {
    const map = this.#maps?.[0];
    if (!map) return undefined;
    const contents = this.#contentKeys;
    const known = keptKeys.get(this.vertex);
    if (known?.map === map && known.contents.length === contents.length && contents.every((content, i) => content === known.contents[i])) return known.key;
    const inputs = this.inputs.map(({ operation }, index) => {
      const { paths } = map.deps[index]!;
      const content = contents[index];
      return { vertex: operation.digest, ...(paths && { paths }), ...(content && { content }) };
    });
    const operation = map.digest.replace(/^random:/, 'sha256:') as Digest;
    const key = { operation, fields: map.fields, inputs, ignoreCache: this.ignoreCache };
    keptKeys.set(this.vertex, { map, contents, key });
    return key;
  }

  /** What it reads, as far as its key was asked for. */
  get reads(): VertexReads {
    const { step, sharedBy = [], type } = this.vertex;
    const steps = step === undefined || type === 'source' || type === 'merge' ? [] : [step, ...sharedBy];
    const deps = this.#maps?.[0]?.deps;
    const inputs = this.inputs.map(({ operation }, i) => {
      const content = deps?.[i]?.content;
      return { vertex: operation.digest, ...(content && { content }) };
    });
    const unpacks = this.vertex.type === 'file' && this.vertex.op.actions.some(({ copy }) => copy?.attemptUnpackDockerCompatibility);
    return { vertex: this.digest, steps, inputs, unpacks };
  }

  /** What solving left of it. */
  get settled(): SettledVertex {
    const { hit, executed, foundByContent } = this;
    return { maps: this.#maps, contents: this.#contentKeys, hit, executed, foundByContent, loaded: hit && this.result?.[0]?.id };
  }

  /** Whether its operation has the keys that were asked for in another build. */
  hasMaps(maps: readonly CacheMap[]): boolean {
    const own = this.#kind.cacheMaps();
    return own === maps || (own.length === maps.length && own.every((map, i) => map.digest === maps[i]!.digest));
  }

  /** Settles as in another build. `result` is what it gave here. */
  settle({ maps, contents, hit, executed, foundByContent }: SettledVertex, result: CacheRecord | undefined): void {
    if (maps) this.#maps = this.#kind.cacheMaps();
    this.#contentKeys = contents;
    this.hit = hit;
    this.executed = executed;
    this.foundByContent = foundByContent;
    if (result) this.result = [result];
  }

  cacheMap(index: number, done: Done<{ readonly map: CacheMap; readonly complete: boolean }>): undefined {
    const maps = (this.#maps ??= this.#kind.cacheMaps());
    if (this.inputs.length === 0 && index >= this.#mapsGiven) {
      const complete = this.#job.stream.start(this.digest);
      if (index === 0) this.#kind.resolving?.();
      complete();
    }
    this.#mapsGiven = Math.max(this.#mapsGiven, index + 1);
    done({ map: maps[index]!, complete: index + 1 >= maps.length });
  }

  contentKey(input: number, result: CachedResult, done: Done<Digest | ''>): undefined {
    const { operation } = this.inputs[input]!;
    operation.prepare(() => {
      const selectors = this.#maps![0]!.deps[input]!.content;
      if (!selectors) return done('');
      let digest = this.#contentKeys[input];
      if (!digest) {
        const snapshot = result.record?.snapshot;
        const found = snapshot
          ? contentDigest(snapshot.hashed ?? snapshot.tree, selectors, { localRoot: snapshot.hashed !== undefined })
          : { error: `${selectors[0]?.path ?? '/'}: no such file or directory` };
        if (typeof found !== 'string') {
          const error = { message: `failed to calculate checksum of ref ${refId}: ${found.error}`, vertex: this.digest };
          this.error = error;
          this.#job.stream.start(this.digest)(error.message);
          return done(undefined, error);
        }
        this.#contentKeys = this.inputs.map((_, at) => (at === input ? found : this.#contentKeys[at]));
        digest = found;
      }
      done(digest);
    });
  }

  /** Calls back when the files of its result can be read. */
  prepare(ready: () => void, reporter: Digest = this.digest): void {
    const imported = this.#imported;
    if (imported) return this.#job.pulls.unpack(imported, this.digest, reporter, ready);
    if (!this.#kind.prepare) return ready();
    const all = (ask: (operation: ActiveVertex, ready: () => void) => void, allReady: () => void): void => {
      let open = this.inputs.length;
      for (const { operation } of this.inputs) ask(operation, () => (--open === 0 ? allReady() : undefined));
    };
    const inputs: Inputs = {
      bring: (brought) => all((operation, done) => operation.bring(done), brought),
      prepare: (prepared, by) => all((operation, done) => operation.prepare(done, by), prepared),
    };
    this.#kind.prepare(ready, inputs, reporter);
  }

  /** Brings what an export needs of it. */
  bring(ready: () => void): void {
    const imported = this.#imported;
    if (imported) this.#job.pulls.bring(imported, this.digest, ready);
    else if (this.#kind.bring) this.#kind.bring(ready);
    else ready();
  }

  /** What it loaded, where that was found in a cache from elsewhere. */
  get #imported(): PulledImage | undefined {
    return this.hit && pulledResult(this.result?.[0]);
  }

  load(record: CacheRecord, via: 'definition' | 'content', done: Done<CachedResult>): undefined {
    const complete = this.#job.stream.start(this.digest, true);
    this.hit = { via, build: record.build, ...(record.imported !== undefined && { imported: record.imported }) };
    const used = { ...record, lastUsed: this.#job.request.now, usageCount: record.usageCount + 1 };
    this.#job.store.putRecord(used);
    this.result = [used];
    complete();
    done({ record: used, keys: [] });
  }

  execute(inputs: readonly CachedResult[], done: Done<readonly (CacheRecord | undefined)[]>): Stop | undefined {
    const tell = (outcome: Executed): void => ('error' in outcome ? done(undefined, outcome.error) : done(outcome.records));
    if (this.#outcome) {
      tell(this.#outcome);
      return undefined;
    }
    if (this.#waiting) {
      this.#waiting.push(tell);
      return undefined;
    }
    const waiting = (this.#waiting = [tell]);
    let stopWork: (() => void) | undefined;
    let complete: ((error?: string) => void) | undefined;
    let release: (() => void) | undefined;
    const finish = (outcome: Executed): void => {
      if (this.#waiting !== waiting) return;
      this.#waiting = undefined;
      release?.();
      if ('error' in outcome) {
        if (!outcome.error.canceled) this.error = outcome.error;
        complete?.(outcome.error.message);
      } else {
        this.result = outcome.records;
        complete?.();
      }
      if (!('error' in outcome && outcome.error.canceled)) this.#outcome = outcome;
      for (const each of waiting) each(outcome);
    };
    const giveUp = this.#job.workers.take((give) => {
      release = give;
      complete = this.#job.stream.start(this.digest);
      this.executed = true;
      stopWork = this.#kind.execute(
        inputs.map((input) => input.record),
        (records, error) => finish(records ? { records } : { error: { vertex: this.digest, ...error! } }),
      );
    });
    return () => {
      stopWork?.();
      giveUp();
      finish({ error: canceledError });
    };
  }
}

/** Stands for the random id of a result, which no simulation can know. */
export const refId = '<id>';
