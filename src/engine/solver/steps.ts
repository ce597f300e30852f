/** What became of each step and stage: the vertices of the status stream seen as lines of the Dockerfile. */
import type { Digest } from '../fs/node.ts';
import type { BuildPlan, StepPlan } from '../graph/plan.ts';
import type { CacheRecord } from './cache-store.ts';
import type { ActiveVertex } from './ops/active-vertex.ts';
import type { Pulls } from './ops/pulls.ts';
import type { SnapshotLayer } from './snapshot.ts';
import type { Writable } from './stream.ts';
import type { CacheHit, StageRecord, StepRecord, StepState, VertexRecord } from './record.ts';

/** A step's vertex that gives its result, and what the cache has for it. */
interface Made {
  readonly vertex: ActiveVertex;
  readonly record: VertexRecord | undefined;
  readonly result: CacheRecord | undefined;
  readonly hit: CacheHit | undefined;
}

/**
 * The result of each vertex, where it is known: made or loaded; else found though it was not needed; else what the result of
 * a vertex that reads it was made from.
 */
export function resultsOf(
  vertices: readonly ActiveVertex[],
  found: (vertex: ActiveVertex) => CacheRecord | undefined,
  record: (id: string) => CacheRecord | undefined,
): ReadonlyMap<ActiveVertex, CacheRecord> {
  const results = new Map<ActiveVertex, CacheRecord>();
  for (const vertex of vertices) {
    const known = found(vertex);
    const result = vertex.result ? vertex.result[0] : known;
    if (result) results.set(vertex, result);
  }
  // Inputs come first in the order of loading, so that going backwards every user is seen before what it reads.
  for (let at = vertices.length - 1; at >= 0; at--) {
    const { inputs } = vertices[at]!;
    results.get(vertices[at]!)?.inputs.forEach((id, i) => {
      const input = inputs[i]?.operation;
      if (id === undefined || !input || input.result || results.has(input)) return;
      const result = record(id);
      if (result) results.set(input, result);
    });
  }
  return results;
}

/** How a vertex's result was found, where it was not made. */
export function hitOf(vertex: ActiveVertex, result: CacheRecord | undefined): CacheHit | undefined {
  if (vertex.hit || vertex.result || !result) return vertex.hit;
  return { via: vertex.foundByContent ? 'content' : 'below', build: result.build, ...(result.imported !== undefined && { imported: result.imported }) };
}

const byStep = new WeakMap<BuildPlan, ReadonlyMap<string, readonly Digest[]>>();

/** The vertices of each step, in the order of loading; kept with the plan. */
function verticesOfSteps(plan: BuildPlan, vertices: Iterable<ActiveVertex>): ReadonlyMap<string, readonly Digest[]> {
  const known = byStep.get(plan);
  if (known) return known;
  const digests = new Map<string, Digest[]>();
  for (const { digest, vertex } of vertices) {
    const { step, sharedBy = [] } = vertex;
    for (const each of step === undefined ? sharedBy : [step, ...sharedBy]) {
      const others = digests.get(each);
      if (others) others.push(digest);
      else digests.set(each, [digest]);
    }
  }
  byStep.set(plan, digests);
  return digests;
}

/** One record for each step of the Dockerfile, needed or not. */
export function stepRecords(
  plan: BuildPlan,
  vertices: ReadonlyMap<Digest, ActiveVertex>,
  results: ReadonlyMap<ActiveVertex, CacheRecord>,
  pulls: Pulls,
  ok: boolean,
): readonly StepRecord[] {
  // Where nothing was solved no step has a vertex.
  const digests = vertices.size > 0 ? verticesOfSteps(plan, vertices.values()) : undefined;
  return plan.steps.map((step) => stepRecord(step, plan, (digests?.get(step.id) ?? none).map((digest) => vertices.get(digest)!), results, pulls, ok));
}

function stepRecord(
  step: StepPlan,
  plan: BuildPlan,
  vertices: readonly ActiveVertex[],
  results: ReadonlyMap<ActiveVertex, CacheRecord>,
  pulls: Pulls,
  ok: boolean,
): StepRecord {
  const made = vertices.map((vertex): Made => ({ vertex, record: vertex.record, result: results.get(vertex), hit: vertex.record?.hit }));
  const name = made.at(-1)?.record?.name ?? `${bracket(step, plan)} ${step.text}`;
  const last = made.at(-1);
  const layer = made.find(({ vertex }) => vertex.vertex.type !== 'merge' && vertex.vertex.type !== 'source') ?? last;
  let started: number | undefined;
  let completed: number | undefined;
  for (const { record } of made) {
    if (record?.started !== undefined) started = Math.min(started ?? Infinity, record.started);
    if (record?.completed !== undefined) completed = Math.max(completed ?? 0, record.completed);
  }
  const error = made.find(({ vertex }) => vertex.error)?.vertex.error?.message;
  const pulled = last && pulls.bytes(last.vertex.digest);
  const snapshot = layer?.result?.snapshot;
  const state = stateOf(made, error, ok);
  const hit = state === 'cached' ? layer?.hit : undefined;
  const fidelity = snapshot?.fidelity ?? 'exact';
  const models = snapshot?.notes ?? none;
  const bytes = layer?.result?.size;
  const vertex = last?.vertex.digest;
  const known = keptRecords.get(step);
  if (
    known && known.name === name && known.state === state && known.fidelity === fidelity && known.models === models && known.vertex === vertex &&
    known.started === started && known.completed === completed && known.bytes === bytes && known.pulled === pulled && known.error === error &&
    sameHit(known.hit, hit)
  ) {
    return known;
  }
  const { id, stage, index, total, keyword, text, lines, reads } = step;
  const record: Writable<StepRecord> = { id, stage, index, total, keyword, text, lines, reads, name, state, fidelity, models };
  // Field by field: joining parts takes several times as long.
  if (vertex !== undefined) record.vertex = vertex;
  if (started !== undefined) record.started = started;
  if (completed !== undefined) record.completed = completed;
  if (bytes !== undefined) record.bytes = bytes;
  if (pulled !== undefined) record.pulled = pulled;
  if (hit) record.hit = hit;
  if (error !== undefined) record.error = error;
  keptRecords.set(step, record);
  return record;
}

const none: readonly never[] = [];

/** The last record of each step, for builds of which the same is to be said: most steps of most builds. */
const keptRecords = new WeakMap<StepPlan, StepRecord>();

const sameHit = (a: CacheHit | undefined, b: CacheHit | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.via === b.via && a.build === b.build && a.imported === b.imported);

/**
 * A linked COPY counts as cached when its files were: putting layers together anew copies nothing. A step that the log calls
 * CACHED only because something above it failed was stopped. Where the build came to its end nothing was: then a key alone led
 * on, and the result of this step is nowhere any more.
 */
function stateOf(made: readonly Made[], error: string | undefined, ok: boolean): StepState {
  if (made.length === 0) return 'not-needed';
  if (error !== undefined) return 'failed';
  const own = made.filter(({ vertex }) => vertex.vertex.type !== 'merge');
  if (own.some(({ vertex }) => vertex.executed && vertex.result)) return 'rebuilt';
  return ok || own.every(({ hit }) => hit !== undefined) ? 'cached' : 'stopped';
}

/** `[build 2/6]`, for steps that have no vertex. */
function bracket(step: StepPlan, plan: BuildPlan): string {
  const stage = plan.stages.length > 1 ? `${plan.stages[step.stage]?.name ?? ''} ` : '';
  return `[${stage}${String(step.index).padStart(String(step.total).length)}/${step.total}]`;
}

/** The target's stage and those it starts from. */
function stagesInImage(plan: BuildPlan): ReadonlySet<number> {
  const inImage = new Set<number>();
  for (let at = plan.stages.find(({ target }) => target); at && !inImage.has(at.index); at = plan.stages[at.baseStage ?? -1]) inImage.add(at.index);
  return inImage;
}

/**
 * Layers by the steps that give them in this build: the topmost of what a step's vertex gave, and all of a base image. Of
 * several steps that share a vertex, the one whose stage is in the image.
 */
export function layerSteps(plan: BuildPlan, results: ReadonlyMap<ActiveVertex, CacheRecord>): ReadonlyMap<SnapshotLayer, string> {
  const inImage = stagesInImage(plan);
  const own = new Set(plan.steps.flatMap(({ id, stage }) => (inImage.has(stage) ? id : [])));
  const steps = new Map<SnapshotLayer, string>();
  for (const [{ vertex }, { snapshot }] of results) {
    const { step, sharedBy, type } = vertex;
    if (step === undefined || type === 'merge') continue;
    const id = sharedBy && !own.has(step) ? (sharedBy.find((each) => own.has(each)) ?? step) : step;
    const { layers } = snapshot;
    for (let at = type === 'source' ? 0 : Math.max(0, layers.length - 1); at < layers.length; at++) steps.set(layers[at]!, id);
  }
  return steps;
}

/** Stages with the number of layers that each gives to the image. `layers` names the step of each of its layers. */
export function stageRecords(plan: BuildPlan, layers: readonly (string | undefined)[]): readonly StageRecord[] {
  const inImage = stagesInImage(plan);
  return plan.stages.map((stage) => {
    const own = layers.filter((step) => step !== undefined && stage.steps.includes(step)).length;
    return { ...stage, layers: inImage.has(stage.index) ? own : 0 };
  });
}
