/** What became of each step and stage: the vertices of the status stream seen as lines of the Dockerfile. */
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
    const result = vertex.result ? vertex.result[0] : found(vertex);
    if (result) results.set(vertex, result);
  }
  // Inputs come first in the order of loading, so that going backwards every user is seen before what it reads.
  for (const vertex of [...vertices].reverse()) {
    results.get(vertex)?.inputs.forEach((id, i) => {
      const input = vertex.inputs[i]?.operation;
      const result = id === undefined ? undefined : record(id);
      if (input && result && !input.result && !results.has(input)) results.set(input, result);
    });
  }
  return results;
}

/** How a vertex's result was found, where it was not made. */
export function hitOf(vertex: ActiveVertex, result: CacheRecord | undefined): CacheHit | undefined {
  if (vertex.hit || vertex.result || !result) return vertex.hit;
  return { via: vertex.foundByContent ? 'content' : 'below', build: result.build, ...(result.imported !== undefined && { imported: result.imported }) };
}

/** One record for each step of the Dockerfile, needed or not. */
export function stepRecords(
  plan: BuildPlan,
  vertices: Iterable<ActiveVertex>,
  vertexRecords: readonly VertexRecord[],
  results: ReadonlyMap<ActiveVertex, CacheRecord>,
  pulls: Pulls,
  ok: boolean,
): readonly StepRecord[] {
  const records = new Map<string, VertexRecord>(vertexRecords.map((record) => [record.digest, record]));
  const byStep = new Map<string, ActiveVertex[]>();
  for (const vertex of vertices) {
    const { step, sharedBy = [] } = vertex.vertex;
    for (const each of step === undefined ? sharedBy : [step, ...sharedBy]) {
      const others = byStep.get(each);
      if (others) others.push(vertex);
      else byStep.set(each, [vertex]);
    }
  }
  return plan.steps.map((step) => stepRecord(step, plan, byStep.get(step.id) ?? [], records, results, pulls, ok));
}

function stepRecord(
  step: StepPlan,
  plan: BuildPlan,
  vertices: readonly ActiveVertex[],
  records: ReadonlyMap<string, VertexRecord>,
  results: ReadonlyMap<ActiveVertex, CacheRecord>,
  pulls: Pulls,
  ok: boolean,
): StepRecord {
  const made = vertices.map((vertex): Made => {
    const result = results.get(vertex);
    return { vertex, record: records.get(vertex.digest), result, hit: hitOf(vertex, result) };
  });
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
  const { id, stage, index, total, keyword, text, lines, reads } = step;
  const record: Writable<StepRecord> = {
    id, stage, index, total, keyword, text, lines, reads, name, state, fidelity: snapshot?.fidelity ?? 'exact', models: snapshot?.notes ?? [],
  };
  if (last) record.vertex = last.vertex.digest;
  if (started !== undefined) record.started = started;
  if (completed !== undefined) record.completed = completed;
  if (layer?.result) record.bytes = layer.result.size;
  if (pulled !== undefined) record.pulled = pulled;
  if (layer?.hit && state === 'cached') record.hit = layer.hit;
  if (error !== undefined) record.error = error;
  return record;
}

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
    const { step, sharedBy = [], type } = vertex;
    if (step === undefined || type === 'merge') continue;
    const id = [step, ...sharedBy].find((each) => own.has(each)) ?? step;
    for (const layer of type === 'source' ? snapshot.layers : snapshot.layers.slice(-1)) steps.set(layer, id);
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
