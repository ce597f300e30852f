/**
 * What solving came to, kept for the next build of the same plan. Where that build would look up what this one did and find
 * the same, it says the same at the same times and uses the same records: nothing has to be scheduled to know that. What is
 * compared is all that the scheduler asks from outside: the store, the operations' keys, the folders that travel and what is
 * read of them. Builds in which anything but a client's folder was made, pulled or linked are not kept.
 */
import { contentDigest } from '../fs/index.ts';
import type { Digest } from '../fs/index.ts';
import type { SourceOp } from '../graph/op.ts';
import type { BuildPlan } from '../graph/plan.ts';
import type { CacheRecord, CacheStore } from './cache-store.ts';
import type { ActiveVertex, SettledVertex } from './ops/active-vertex.ts';
import type { Job } from './ops/job.ts';
import { folderName, keepFolder, receiveFolder, transferTime } from './ops/local-source.ts';
import { pass } from './schedule/clock.ts';
import type { Tape } from './stream.ts';

/** What the scheduler was asked for, and when it began. */
export interface Asked {
  readonly vertices: ReadonlyMap<Digest, ActiveVertex>;
  readonly start: number;
  /** Number of events before it. */
  readonly events: number;
}

/** The results of the plan's roots, and the result of each vertex as far as its key led to one. */
export interface Outcome {
  readonly roots: readonly (CacheRecord | undefined)[];
  readonly found: (vertex: ActiveVertex) => CacheRecord | undefined;
  /** It was found out by the scheduler, not taken from the last time. */
  readonly scheduled: boolean;
}

interface Folder {
  readonly vertex: Digest;
  readonly name: string;
  /** Virtual milliseconds at which the transfer began, and how many it took. */
  readonly at: number;
  readonly time: number;
}

interface Solution {
  readonly store: CacheStore;
  readonly start: number;
  readonly duration: number;
  readonly settled: ReadonlyMap<Digest, SettledVertex>;
  readonly folders: readonly Folder[];
  /** Ids of the records that were used, and how often. */
  readonly used: readonly (readonly [id: string, times: number])[];
  readonly givenIds: number;
  readonly found: ReadonlyMap<Digest, string>;
  readonly roots: readonly (string | undefined)[];
  readonly tape: Tape;
}

const solutions = new WeakMap<BuildPlan, Solution>();

/** Keeps what solving a plan came to, if it may come again. */
export function keepSolution(plan: BuildPlan, { roots, found }: Outcome, { vertices, start, events }: Asked, job: Job): void {
  const written = job.store.onlyUsed;
  if (!mayRepeat(job) || !written) return;
  const folders: Folder[] = [];
  const settled = new Map<Digest, SettledVertex>();
  const ids = new Map<Digest, string>();
  for (const [digest, vertex] of vertices) {
    if (vertex.error) return;
    const record = found(vertex);
    if (record) ids.set(digest, record.id);
    settled.set(digest, vertex.settled);
    if (!vertex.executed) continue;
    const op = localOp(vertex);
    const known = op && job.received.get(op);
    const name = op ? folderName(op) : '';
    if (!known || folders.some((other) => other.name === name)) return;
    folders.push({ vertex: digest, name, at: known.at, time: Math.round(transferTime(known.received)) });
  }
  const kept = new Set(folders.map(({ name }) => job.store.source(name)?.record));
  solutions.set(plan, {
    store: job.request.store,
    start,
    duration: job.clock.now - start,
    settled,
    folders,
    used: written.flatMap((id) => (kept.has(id) ? [] : [[id, usesOf(id, job)] as const])),
    givenIds: job.store.given,
    found: ids,
    roots: roots.map((root) => root?.id),
    tape: job.stream.taped(events, vertices.keys()),
  });
}

/** Does what solving the plan would do, if it would do what it did the last time; else nothing. */
export function replaySolution(plan: BuildPlan, asked: Asked, job: Job): Outcome | undefined {
  const solution = solutions.get(plan);
  if (!solution || !mayRepeat(job) || asked.start !== solution.start || !sameStore(solution, job.request.store)) return undefined;
  if (!sameFolders(solution, asked.vertices, job) || !sameKeys(solution, asked.vertices, job)) return undefined;
  const { store, request } = job;
  for (const [id, times] of solution.used) {
    const record = store.record(id)!;
    store.putRecord({ ...record, lastUsed: request.now, usageCount: record.usageCount + times });
  }
  pass(job.clock, solution.duration);
  const made = new Map<Digest, CacheRecord>();
  const bytes = new Map<Digest, number>();
  for (const { vertex, name, at } of solution.folders) {
    const received = receiveFolder(localOp(asked.vertices.get(vertex)!)!, job, at);
    if ('error' in received) continue;
    made.set(vertex, keepFolder(name, received, job));
    bytes.set(vertex, received.bytes);
  }
  store.skipIds(solution.givenIds - solution.folders.length);
  for (const [digest, vertex] of asked.vertices) {
    const settled = solution.settled.get(digest)!;
    vertex.settle(settled, settled.loaded === undefined ? made.get(digest) : store.record(settled.loaded));
  }
  job.stream.play(solution.tape, (event) => {
    const current = event.type === 'status' && event.current !== undefined ? bytes.get(event.vertex) : undefined;
    return current === undefined ? event : { ...event, current };
  });
  const recordOf = (id: string | undefined): CacheRecord | undefined => (id === undefined ? undefined : store.record(id));
  return { roots: solution.roots.map(recordOf), found: ({ digest }) => recordOf(solution.found.get(digest)), scheduled: false };
}

const usesOf = (id: string, { store, request }: Job): number => store.record(id)!.usageCount - request.store.records.get(id)!.usageCount;

/** Caches from elsewhere are looked up beside the store, and a build that is stopped ends in the middle of it. */
const mayRepeat = ({ request }: Job): boolean => !request.imports?.length && request.stopAt === undefined;

const localOp = ({ vertex }: ActiveVertex): SourceOp | undefined =>
  vertex.type === 'source' && vertex.op.identifier.startsWith('local://') ? vertex.op : undefined;

/** Whether every lookup leads where it led: the same keys and links, and the same results behind them. */
function sameStore({ store: before }: Solution, store: CacheStore): boolean {
  if (store === before) return true;
  const { results, links, blobs, unpacked, records } = store;
  if (results !== before.results || links !== before.links || blobs !== before.blobs || unpacked !== before.unpacked) return false;
  if (records === before.records) return true;
  if (records.size !== before.records.size) return false;
  for (const [id, record] of records) if (!sameRecord(before.records.get(id), record)) return false;
  return true;
}

/** Everything but when and how often it was used. What clients sent is compared where it is read, and only commands look into cache mounts. */
function sameRecord(before: CacheRecord | undefined, record: CacheRecord): boolean {
  if (before === record) return true;
  if (before?.type !== record.type) return false;
  return (
    record.type !== 'regular' ||
    (before.created === record.created && before.build === record.build && before.imported === record.imported &&
    before.size === record.size && before.inputs === record.inputs && before.parents === record.parents && before.snapshot === record.snapshot)
  );
}

/** Whether the same folders travel, for as long, into what there is of them. */
function sameFolders({ folders }: Solution, vertices: ReadonlyMap<Digest, ActiveVertex>, job: Job): boolean {
  return folders.every(({ vertex, name, at, time }) => {
    const op = localOp(vertices.get(vertex)!);
    const kept = job.store.source(name);
    if (!op || !kept || !job.store.record(kept.record)) return false;
    const received = receiveFolder(op, job, at);
    return !('error' in received) && Math.round(transferTime(received)) === time;
  });
}

/** Whether each operation has the key that it had, and what is read of a client's folder is what was read. */
function sameKeys({ settled }: Solution, vertices: ReadonlyMap<Digest, ActiveVertex>, job: Job): boolean {
  for (const [digest, vertex] of vertices) {
    const known = settled.get(digest);
    if (!known) return false;
    // The key of a client's folder is another one in every build, and leads nowhere.
    if (known.maps && !localOp(vertex) && !vertex.hasMaps(known.maps)) return false;
    for (const [input, before] of known.contents.entries()) {
      const op = before === undefined ? undefined : localOp(vertex.inputs[input]!.operation);
      const received = op && job.received.get(op)?.received;
      if (!received) continue;
      const selectors = known.maps![0]!.deps[input]!.content!;
      if (contentDigest(received.hashed, selectors, { localRoot: true }) !== before) return false;
    }
  }
  return true;
}
