import type { Digest, DirNode } from '../fs/index.ts';
import { StoreDraft } from './cache/store-draft.ts';
import type { CacheRecord } from './cache-store.ts';
import { contextRecord } from './context-record.ts';
import { runFrontend } from './frontend.ts';
import type { Frontend } from './frontend.ts';
import type { ActiveVertex } from './ops/active-vertex.ts';
import { CacheMounts } from './ops/cache-mount.ts';
import type { Job } from './ops/job.ts';
import { Pulls } from './ops/pulls.ts';
import { Workers } from './ops/workers.ts';
import type { BuildError, BuildRecord, VertexRecord } from './record.ts';
import type { BuildRequest, BuildResult } from './request.ts';
import { Clock } from './schedule/clock.ts';
import { workers } from './schedule/costs.ts';
import { solvePlan } from './solve.ts';
import { hitOf, stageRecords, stepRecords } from './steps.ts';
import { importedStore } from './store/imported-store.ts';
import { StatusStream } from './stream.ts';
import type { Writable } from './stream.ts';

export type { BuildRequest, BuildResult, ResultTrees } from './request.ts';

type Results = ReadonlyMap<ActiveVertex, CacheRecord>;

/** What the client says of a build that Ctrl-C ended (buildx `build`). */
const canceled: BuildError = {
  message: 'Canceled: context canceled',
  diagnostic: { code: 'build', severity: 'error', message: 'Canceled: context canceled', range: { from: 0, to: 0 }, lines: [] },
};

const noVertices: ReadonlyMap<Digest, ActiveVertex> = new Map();
const noResults: Results = new Map();

/** Runs one `docker build` on the virtual clock. Never throws: what goes wrong is in `record.error`. */
export function build(request: BuildRequest): BuildResult {
  const clock = new Clock(request.stopAt);
  const stream = new StatusStream(() => clock.now, () => clock.stopped);
  const frontend = runFrontend(request, clock, stream);
  const job = newJob(request, clock, stream, frontend);
  const solved = frontend.plan && !clock.stopped ? solvePlan(frontend.plan, frontend.dockerfile.text, job) : undefined;
  const error = clock.stopped ? canceled : frontend.error ? { message: frontend.error.message, diagnostic: frontend.error } : solved?.error;
  const { vertices = noVertices, results = noResults } = solved ?? {};
  const records = stream.finish();
  for (const record of records) fillInKey(record, vertices.get(record.digest), results);
  const store = request.predicted && !request.keepStore ? request.store : job.store.commit();
  const steps = frontend.plan ? stepRecords(frontend.plan, vertices, results, job.pulls, error === undefined) : [];
  const sent = job.sent.context;
  const record: BuildRecord = {
    number: request.number,
    predicted: request.predicted ?? false,
    ok: error === undefined,
    options: request.options,
    dockerfile: frontend.dockerfile,
    ...(sent && { context: contextRecord(sent.root, sent.transferred) }),
    stages: frontend.plan ? stageRecords(frontend.plan, solved?.layers ?? []) : [],
    steps,
    vertices: records,
    events: stream.events,
    diagnostics: [...frontend.warnings, ...(error ? [error.diagnostic] : [])],
    ...(error && { error }),
    images: clock.stopped ? [] : (solved?.images ?? []),
    ...(solved?.index && !clock.stopped && { index: solved.index }),
    startedAt: request.now,
    duration: clock.now,
  };
  const trees = { get: (digest: Digest) => treeOf(vertices.get(digest), results) };
  const kept = { images: solved?.roots ?? [], vertices: [...new Set([...results.values()].map(({ id }) => id))] };
  const reads = () => Array.from(vertices.values(), (vertex) => vertex.reads);
  return { record, store, trees, kept, reads, snapshots: clock.stopped ? [] : (solved?.snapshots ?? []), ...(sent && { sent: sent.root }) };
}

function newJob(request: BuildRequest, clock: Clock, stream: StatusStream, frontend: Frontend): Job {
  const store = new StoreDraft(request.store, request.imports?.flatMap((bundle) => ('error' in bundle ? [] : importedStore(bundle))));
  return {
    request,
    clock,
    stream,
    store,
    workers: new Workers(workers),
    pulls: new Pulls(clock, stream, store),
    cacheMounts: new CacheMounts(clock, store, request.store.mounts.keys()),
    session: `${request.number}@${request.now}`,
    image: frontend.image,
    folder: frontend.folder,
    resolved: new Set(),
    received: new Map(),
    sent: {},
  };
}

/** Adds the ingredients of its key, and how its result was found, to what the status stream says of a vertex. */
function fillInKey(record: Writable<VertexRecord>, vertex: ActiveVertex | undefined, results: Results): void {
  if (!vertex) return;
  vertex.record = record;
  const { key } = vertex;
  const hit = hitOf(vertex, results.get(vertex));
  if (key) record.key = key;
  if (hit) record.hit = hit;
}

const treeOf = (vertex: ActiveVertex | undefined, results: Results): DirNode | undefined => vertex && results.get(vertex)?.snapshot.tree;
