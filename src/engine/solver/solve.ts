/** From a plan to results and images: everything between the frontend and the record. */
import type { Digest } from '../fs/index.ts';
import type { BuildPlan } from '../graph/plan.ts';
import { solveError } from './build-error.ts';
import type { CacheRecord } from './cache-store.ts';
import { runExport } from './export/export.ts';
import type { ActiveVertex } from './ops/active-vertex.ts';
import { loadGraph } from './ops/definition.ts';
import { internalVertex } from './internal-vertex.ts';
import type { Job } from './ops/job.ts';
import type { BuildError, ImageRecord, IndexRecord } from './record.ts';
import { pass } from './schedule/clock.ts';
import type { Clock } from './schedule/clock.ts';
import { keepSolution, replaySolution } from './replay.ts';
import type { Outcome } from './replay.ts';
import { metadataKnown } from './schedule/costs.ts';
import { encodeBase64 } from './keys/base64.ts';
import type { Edge } from './schedule/edge.ts';
import { Scheduler } from './schedule/scheduler.ts';
import type { SolveError } from './schedule/solve-error.ts';
import type { Snapshot } from './snapshot.ts';
import { layerSteps, resultsOf } from './steps.ts';
import { cacheConfigJson } from './store/cache-config.ts';
import { exportCache } from './store/export-cache.ts';

/** What solving came to. */
export interface Solved {
  readonly vertices: ReadonlyMap<Digest, ActiveVertex>;
  /** What is known of each vertex's result, made now or before. */
  readonly results: ReadonlyMap<ActiveVertex, CacheRecord>;
  readonly images: readonly ImageRecord[];
  readonly index?: IndexRecord;
  /** The results that became images, platform by platform; undefined where one has no files. */
  readonly snapshots: readonly (Snapshot | undefined)[];
  /** Record ids of the results that became images. */
  readonly roots: readonly string[];
  /** For each layer of the first image the step it belongs to. */
  readonly layers: readonly (string | undefined)[];
  readonly error?: BuildError;
}

interface Root {
  readonly operation: ActiveVertex;
  readonly output: number;
}

/** Solves all platforms at once and exports what comes of it. */
export function solvePlan(plan: BuildPlan, dockerfile: string, job: Job): Solved {
  const vertices = new Map<Digest, ActiveVertex>();
  readImports(job);
  const roots = plan.platforms.map(({ graph }) => {
    job.cacheMounts.dropIgnored(graph);
    const operation = loadGraph(graph, job, vertices);
    return operation && { operation, output: graph.root?.[1] ?? 0 };
  });
  const asked = { vertices, start: job.clock.now, events: job.stream.events.length };
  const outcome = replaySolution(plan, asked, job) ?? schedule(roots.flatMap((root) => root ?? []), job);
  const { found } = outcome;
  const results = resultsOf([...vertices.values()], found, (id) => job.store.record(id));
  const nothing = { vertices, results, images: [], snapshots: [], roots: [], layers: [] };
  if (job.clock.stopped) return nothing;
  if ('error' in outcome) return { ...nothing, error: solveError(outcome.error, vertices, dockerfile) };
  if (outcome.scheduled) keepSolution(plan, outcome, asked, job);
  let next = 0;
  const snapshots = roots.map((root) => (root ? outcome.roots[next++]?.snapshot : undefined));
  const steps = layerSteps(plan, results);
  const fresh = freshBytes(snapshots, job.request.now);
  const bring = (): void => bringBases(snapshots, vertices, job.clock);
  const made = outcome.roots.flatMap((record) => record?.id ?? []);
  const inlineCache = (): string => {
    const kept = { images: made, vertices: [...results.values()].map(({ id }) => id) };
    return encodeBase64(cacheConfigJson(exportCache(job.store.commit(), { kept }, { kind: 'inline' })));
  };
  const exported = runExport(plan, { snapshots, steps, fresh, bring, inlineCache }, job.request, job.clock, job.stream);
  return { vertices, results, ...exported, snapshots, roots: made, layers: (snapshots[0]?.layers ?? []).map((layer) => steps.get(layer)) };
}

/** Brings the roots to their results, edge by edge. */
function schedule(roots: readonly Root[], job: Job): Outcome | (Pick<Outcome, 'found'> & { readonly error: SolveError }) {
  const scheduler = new Scheduler(job.clock, job.store);
  const outcomes = scheduler.solve(roots);
  const found = (vertex: ActiveVertex): CacheRecord | undefined => {
    // The edge may be that of an equal vertex, which then did the work for both.
    const edge = scheduler.edge(vertex, 0);
    vertex.foundByContent = foundByContent(vertex, edge);
    return edge.result?.record ?? edge.found;
  };
  return 'error' in outcomes ? { ...outcomes, found } : { roots: outcomes.results.map(({ record }) => record), found, scheduled: true };
}

/** Asks for the manifests of imported caches, which is all that is read of them before something is found. One that is missing stops nothing. */
function readImports({ request, stream, clock }: Job): void {
  for (const imported of request.imports ?? []) {
    const vertex = internalVertex(stream, `importing cache manifest from ${imported.name}`);
    if ('error' in imported) {
      pass(clock, metadataKnown);
      vertex.complete(imported.error);
      continue;
    }
    const report = stream.status(vertex.digest, 'inferred cache manifest type: application/vnd.oci.image.manifest.v1+json');
    pass(clock, metadataKnown);
    report({ completed: true });
    vertex.complete();
  }
}

/** Whether it was found by what it reads though that was made anew. Where a later step was found too, it was not loaded itself. */
function foundByContent(vertex: ActiveVertex, edge: Edge): boolean {
  for (const { index, foundByContent } of edge.deps) {
    const input = foundByContent ? vertex.inputs[index]?.operation : undefined;
    if (input?.executed && input.vertex.type !== 'source') return true;
  }
  return false;
}

/** Bytes of the results' layers that this build made. */
function freshBytes(snapshots: readonly (Snapshot | undefined)[], since: number): number {
  const layers = new Set(snapshots.flatMap((snapshot) => snapshot?.layers ?? []));
  let bytes = 0;
  for (const layer of layers) if (layer.kind === 'diff' && layer.created >= since) bytes += layer.size;
  return bytes;
}

/** Brings the blobs of base images and of imported results that are in an image but that nothing has read. */
function bringBases(snapshots: readonly (Snapshot | undefined)[], vertices: ReadonlyMap<Digest, ActiveVertex>, clock: Clock): void {
  const bases = new Set(snapshots.flatMap((snapshot) => snapshot?.layers.flatMap((layer) => (layer.kind === 'base' ? layer.image : [])) ?? []));
  const sources = [...vertices.values()].filter((vertex) => {
    const record = vertex.result?.[0];
    if (record?.imported !== undefined) return snapshots.includes(record.snapshot);
    const layer = vertex.vertex.type === 'source' && record?.snapshot.layers[0];
    return layer && layer.kind === 'base' && bases.has(layer.image);
  });
  let open = sources.length;
  for (const source of sources) source.bring(() => open--);
  while (open > 0 && clock.step());
}
