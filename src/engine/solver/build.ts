import { nodeDigest, sizeOf, walk } from '../fs/index.ts';
import type { Digest } from '../fs/index.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { StoreDraft } from './cache/store-draft.ts';
import type { CacheRecord } from './cache-store.ts';
import { runExport } from './export/export.ts';
import { runFrontend } from './frontend.ts';
import type { Frontend } from './frontend.ts';
import type { ActiveVertex } from './ops/active-vertex.ts';
import { dropIgnoredCaches } from './ops/cache-mount.ts';
import { loadGraph } from './ops/definition.ts';
import type { Job } from './ops/job.ts';
import { Pulls } from './ops/pulls.ts';
import { Workers } from './ops/workers.ts';
import type { BuildError, BuildRecord, ContextRecord, ImageRecord, VertexRecord } from './record.ts';
import type { BuildRequest, BuildResult } from './request.ts';
import { Clock } from './schedule/clock.ts';
import { workers } from './schedule/costs.ts';
import { Scheduler } from './schedule/scheduler.ts';
import type { SolveError } from './schedule/solve-error.ts';
import type { Snapshot } from './snapshot.ts';
import { hitOf, layerSteps, resultsOf, stageRecords, stepRecords } from './steps.ts';
import { StatusStream } from './stream.ts';

export type { BuildRequest, BuildResult, ResultTrees } from './request.ts';

/** Runs one `docker build` on the virtual clock. Never throws: what goes wrong is in `record.error`. */
export function build(request: BuildRequest): BuildResult {
  const clock = new Clock();
  const stream = new StatusStream(() => clock.now);
  const frontend = runFrontend(request, clock, stream);
  const job = newJob(request, clock, stream, frontend);
  const solved = frontend.plan ? solvePlan(frontend.plan, job) : undefined;
  const error = frontend.error ? frontendError(frontend.error) : solved?.error;
  const vertices = [...(solved?.vertices.values() ?? [])];
  const records = withKeys(stream.finish(), vertices);
  const results = solved?.results ?? new Map<ActiveVertex, CacheRecord>();
  const store = request.predicted ? request.store : job.store.commit();
  const byDigest = new Map(records.map((record) => [record.digest, record]));
  const steps = frontend.plan ? stepRecords(frontend.plan, vertices, byDigest, results, job.pulls) : [];
  const context = contextRecord(job, frontend);
  const record: BuildRecord = {
    number: request.number,
    predicted: request.predicted ?? false,
    ok: error === undefined,
    options: request.options,
    dockerfile: frontend.dockerfile,
    ...(context && { context }),
    stages: frontend.plan ? stageRecords(frontend.plan, solved?.layers ?? []) : [],
    steps,
    vertices: records.map((vertex) => withBelow(vertex, solved?.vertices.get(vertex.digest), results)),
    events: stream.events,
    diagnostics: [...frontend.warnings, ...(error ? [error.diagnostic] : [])],
    ...(error && { error }),
    images: solved?.images ?? [],
    startedAt: request.now,
    duration: clock.now,
  };
  const trees = { get: (digest: Digest) => results.get(solved?.vertices.get(digest) as ActiveVertex)?.snapshot.tree };
  return { record, store, trees, ...(job.sent.context && { sent: job.sent.context.root }) };
}

function newJob(request: BuildRequest, clock: Clock, stream: StatusStream, frontend: Frontend): Job {
  const store = new StoreDraft(request.store);
  return {
    request,
    clock,
    stream,
    store,
    workers: new Workers(workers),
    pulls: new Pulls(clock, stream, store),
    session: `${request.number}@${request.now}`,
    image: frontend.image,
    folder: frontend.folder,
    resolved: new Set(),
    sent: {},
  };
}

interface Solved {
  readonly vertices: ReadonlyMap<Digest, ActiveVertex>;
  /** What is known of each vertex's result, made now or before. */
  readonly results: ReadonlyMap<ActiveVertex, CacheRecord>;
  readonly images: readonly ImageRecord[];
  /** For each layer of the first image the step it belongs to. */
  readonly layers: readonly (string | undefined)[];
  readonly error?: BuildError;
}

function solvePlan(plan: NonNullable<Frontend['plan']>, job: Job): Solved {
  const vertices = new Map<Digest, ActiveVertex>();
  const scheduler = new Scheduler(job.clock, job.store);
  const roots = plan.platforms.map(({ graph }) => {
    dropIgnoredCaches(graph, job.store);
    return graph.root && { operation: loadGraph(graph, graph.root, job, vertices), output: graph.root[1] };
  });
  const outcomes = scheduler.solve(roots.flatMap((root) => root ?? []));
  for (const vertex of vertices.values()) {
    // Found by what it reads, though that was made anew; a later step was found too, so it was not loaded itself.
    vertex.foundByContent = scheduler.edge(vertex, 0).inputsByContent.some((input) => {
      const { operation } = vertex.inputs[input]!;
      return operation.executed && operation.vertex.type !== 'source';
    });
  }
  const results = resultsOf(vertices.values(), (id) => job.store.record(id));
  if ('error' in outcomes) return { vertices, results, images: [], layers: [], error: solveError(outcomes.error, vertices) };
  let next = 0;
  const snapshots = roots.map((root) => (root ? outcomes.results[next++]?.record?.snapshot : undefined));
  const steps = layerSteps(plan, results);
  const fresh = freshBytes(snapshots, job.request.now);
  const fetch = (): void => fetchBases(snapshots, vertices, job.clock);
  const images = runExport(plan, { snapshots, steps, fresh, fetch }, job.request, job.clock, job.stream);
  return { vertices, results, images, layers: (snapshots[0]?.layers ?? []).map((layer) => steps.get(layer)) };
}

/** Bytes of the results' layers that this build made. */
function freshBytes(snapshots: readonly (Snapshot | undefined)[], since: number): number {
  const layers = new Set(snapshots.flatMap((snapshot) => snapshot?.layers ?? []));
  let bytes = 0;
  for (const layer of layers) if (layer.kind === 'diff' && layer.created >= since) bytes += layer.size;
  return bytes;
}

/** Brings the blobs of base images that are in the result but that nothing has read. */
function fetchBases(snapshots: readonly (Snapshot | undefined)[], vertices: ReadonlyMap<Digest, ActiveVertex>, clock: Clock): void {
  const bases = new Set(snapshots.flatMap((snapshot) => snapshot?.layers.flatMap((layer) => (layer.kind === 'base' ? layer.image : [])) ?? []));
  const sources = [...vertices.values()].filter((vertex) => {
    const layer = vertex.vertex.type === 'source' && vertex.result?.[0]?.snapshot.layers[0];
    return layer && layer.kind === 'base' && bases.has(layer.image);
  });
  let open = sources.length;
  for (const source of sources) source.fetch(() => open--);
  while (open > 0 && clock.step());
}

function frontendError(diagnostic: Diagnostic): BuildError {
  return { message: diagnostic.message, diagnostic };
}

function solveError(error: SolveError, vertices: ReadonlyMap<Digest, ActiveVertex>): BuildError {
  const vertex = error.vertex && vertices.get(error.vertex)?.vertex;
  const diagnostic: Diagnostic = {
    code: 'build',
    severity: 'error',
    message: error.message,
    range: { from: 0, to: 0 },
    lines: vertex?.lines ?? [],
  };
  return { message: error.message, diagnostic, ...(error.vertex && { vertex: error.vertex }) };
}

function withKeys(records: readonly VertexRecord[], vertices: readonly ActiveVertex[]): readonly VertexRecord[] {
  const byDigest = new Map(vertices.map((vertex) => [vertex.digest, vertex]));
  return records.map((record) => {
    const key = byDigest.get(record.digest)?.key;
    return key ? { ...record, key } : record;
  });
}

function withBelow(record: VertexRecord, vertex: ActiveVertex | undefined, results: ReturnType<typeof resultsOf>): VertexRecord {
  if (!vertex) return record;
  const hit = hitOf(vertex, results.get(vertex));
  return hit ? { ...record, hit } : record;
}

/** What the build may read of the main context, counted once for each tree. */
function contextRecord(job: Job, frontend: Frontend): ContextRecord | undefined {
  const { context } = job.sent;
  if (!context || frontend.error) return undefined;
  let files = 0;
  for (const [, node] of walk(context.root)) if (node.type !== 'dir') files++;
  return { digest: nodeDigest(context.root), files, bytes: sizeOf(context.root), transferred: context.transferred };
}
