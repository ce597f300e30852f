/**
 * A build over virtual time: lanes for the frontend, the context, each stage and the image, bars for what took time, and the
 * chain of work that the build's duration is made of. Positions are shares of the duration, so that any width can draw it.
 */
import { scaleLinear } from 'd3';
import { criticalPath } from '#engine/insight/critical-path.ts';
import type { BuildRecord, StepRecord, VertexRecord } from '#engine/solver/record.ts';
import { countOf, formatBytes, formatDuration } from '#lib/ui/format.ts';
import { lookOf, toneOf } from '#lib/views/graph/strata.ts';

export type BarTone = 'cached' | 'rebuilt' | 'predicted' | 'failed' | 'none' | 'internal';

export interface Bar {
  readonly id: string;
  /** Shares of the lane's width, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Which of the lane's rows: work that overlaps stands below each other. */
  readonly row: number;
  readonly tone: BarTone;
  /** `RUN go build -o /app`, `load metadata of 2 images`. */
  readonly label: string;
  readonly duration: string;
  /** Id of the step; absent for what is no step. */
  readonly step?: string;
  /** Bytes that came over the network, in words. */
  readonly transfer?: string;
  /** Its duration decides the build's. */
  readonly critical: boolean;
  readonly modelled: boolean;
}

export interface Lane {
  readonly id: string;
  readonly name: string;
  /** A stage, as opposed to what the builder does by itself. */
  readonly stage: boolean;
  readonly rows: number;
  readonly bars: readonly Bar[];
  /** Steps that were found in the cache: they take no time, and stand as one mark where the first of them was found. */
  readonly cached: { readonly count: number; readonly at: number; readonly step: string } | undefined;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** A stretch of the critical path. */
export interface PathStretch {
  readonly from: number;
  readonly to: number;
  /** Nothing worked: something waited for its turn. */
  readonly waiting: boolean;
}

export interface Timeline {
  readonly lanes: readonly Lane[];
  readonly ticks: readonly Tick[];
  readonly path: readonly PathStretch[];
  /** `7.8 s, of it 6.8 s in RUN go build`. */
  readonly sentence: string;
  /** Virtual milliseconds that the whole width stands for. */
  readonly span: number;
}

interface Work {
  readonly vertex: VertexRecord;
  readonly from: number;
  readonly to: number;
}

/** The lanes of a record. */
export function timelineOf(record: BuildRecord): Timeline {
  const span = Math.max(record.duration, 1);
  const critical = criticalPath(record);
  const onPath = new Set(critical.filter(({ waiting }) => !waiting).map(({ vertex }) => vertex));
  const steps = new Map(record.steps.map((step) => [step.id, step]));
  const lanes = lanesOf(record).flatMap(({ id, name, stage, works }): Lane[] => {
    const bars = id === 'frontend' ? merged(works, span, onPath) : placed(works).map(({ work, row }) => barOf(work, row, span, onPath.has(work.vertex.digest), steps, record.predicted));
    const cached = stage ? cachedOf(record, Number(id), span) : undefined;
    if (bars.length === 0 && !cached) return [];
    return [{ id, name, stage, rows: Math.max(1, ...bars.map(({ row }) => row + 1)), bars, cached }];
  });
  return {
    lanes,
    ticks: ticksOf(span),
    path: critical.map(({ started, completed, waiting }) => ({ from: started / span, to: completed / span, waiting: waiting === true })),
    sentence: sentenceOf(record, critical, steps),
    span,
  };
}

/** What took time, by lane. */
function lanesOf(record: BuildRecord): readonly { id: string; name: string; stage: boolean; works: Work[] }[] {
  const frontend: Work[] = [];
  const context: Work[] = [];
  const image: Work[] = [];
  const stages = new Map(record.stages.map(({ index }) => [index, [] as Work[]]));
  const stageOf = new Map(record.steps.map((step) => [step.id, step.stage]));
  for (const vertex of record.vertices) {
    const { started, completed, step } = vertex;
    if (started === undefined || completed === undefined || completed <= started) continue;
    const work = { vertex, from: started, to: completed };
    const stage = step === undefined ? undefined : stages.get(stageOf.get(step) ?? -1);
    if (stage) {
      if (!vertex.cached) stage.push(work);
    } else if (/^(exporting|importing|pushing|preparing)/.test(vertex.name)) image.push(work);
    else if (/load build context|load context|load from/.test(vertex.name)) context.push(work);
    else frontend.push(work);
  }
  return [
    { id: 'frontend', name: 'frontend', stage: false, works: frontend },
    { id: 'context', name: 'context', stage: false, works: context },
    ...record.stages.map(({ index, name }) => ({ id: String(index), name, stage: true, works: stages.get(index) ?? [] })),
    { id: 'image', name: 'image', stage: false, works: image },
  ];
}

/** What the frontend does before anything is built, as one bar for each stretch without a pause: nobody reads it one by one. */
function merged(works: readonly Work[], span: number, critical: ReadonlySet<string>): readonly Bar[] {
  const stretches: { from: number; to: number; works: Work[] }[] = [];
  for (const work of [...works].sort((a, b) => a.from - b.from)) {
    const last = stretches.at(-1);
    if (last && work.from <= last.to) {
      last.to = Math.max(last.to, work.to);
      last.works.push(work);
    } else stretches.push({ from: work.from, to: work.to, works: [work] });
  }
  return stretches.map(({ from, to, works: own }) => ({
    id: own[0]!.vertex.digest,
    from: from / span,
    to: to / span,
    row: 0,
    tone: 'internal',
    label: frontendLabel(own.map(({ vertex }) => vertex.name)),
    duration: formatDuration(to - from),
    critical: own.some(({ vertex }) => critical.has(vertex.digest)),
    modelled: false,
  }));
}

function frontendLabel(names: readonly string[]): string {
  const images = names.filter((name) => name.includes('load metadata')).length;
  const parts = [
    names.some((name) => name.includes('load build definition')) && 'definition',
    images > 0 && `metadata of ${countOf(images, 'image')}`,
    names.some((name) => name.includes('.dockerignore')) && '.dockerignore',
  ].filter((part) => part !== false);
  return parts.length > 0 ? `load ${parts.join(', ')}` : (names[0] ?? '').replace(/^\[internal\] /, '');
}

/** Each piece of work in the first row in which nothing else is under way. */
function placed(works: readonly Work[]): readonly { work: Work; row: number }[] {
  const free: number[] = [];
  return [...works]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map((work) => {
      const found = free.findIndex((until) => until <= work.from + 1e-6);
      const row = found < 0 ? free.length : found;
      free[row] = work.to;
      return { work, row };
    });
}

function barOf({ vertex, from, to }: Work, row: number, span: number, critical: boolean, steps: ReadonlyMap<string, StepRecord>, predicted: boolean): Bar {
  const step = vertex.step === undefined ? undefined : steps.get(vertex.step);
  const look = step && lookOf(step, predicted);
  const pulled = step?.pulled;
  return {
    id: vertex.digest,
    from: from / span,
    to: to / span,
    row,
    tone: look === undefined ? 'internal' : look === 'predicted' ? 'predicted' : (toneOf(look) as BarTone),
    label: step ? step.text : vertex.name.replace(/^\[internal\] /, ''),
    duration: formatDuration(to - from),
    ...(step && { step: step.id }),
    ...(pulled ? { transfer: `${formatBytes(pulled)} pulled` } : {}),
    critical,
    modelled: step !== undefined && step.fidelity !== 'exact',
  };
}

function cachedOf(record: BuildRecord, stage: number, span: number): Lane['cached'] {
  const cached = record.steps.filter((step) => step.stage === stage && step.state === 'cached');
  const [first] = cached;
  if (!first) return undefined;
  const at = Math.min(...cached.flatMap(({ completed }) => completed ?? []), record.duration);
  return { count: cached.length, at: Math.min(1, at / span), step: first.id };
}

function ticksOf(span: number): readonly Tick[] {
  const seconds = span / 1000;
  return scaleLinear([0, seconds], [0, 1])
    .ticks(6)
    .map((second) => ({ at: second / seconds, label: seconds < 100 ? `${Number(second.toFixed(2))} s` : formatDuration(second * 1000) }));
}

/** What the duration is made of, in one sentence. */
function sentenceOf(record: BuildRecord, critical: ReturnType<typeof criticalPath>, steps: ReadonlyMap<string, StepRecord>): string {
  const total = formatDuration(record.duration);
  const longest = critical.reduce<(typeof critical)[number] | undefined>((most, stretch) => (!most || stretch.completed - stretch.started > most.completed - most.started ? stretch : most), undefined);
  if (!longest) return record.predicted ? `Would take ${total}.` : `Took ${total}.`;
  const took = longest.completed - longest.started;
  const step = longest.step === undefined ? undefined : steps.get(longest.step);
  const name = step?.text ?? record.vertices.find(({ digest }) => digest === longest.vertex)?.name.replace(/^\[internal\] /, '') ?? 'waiting';
  const waited = critical.filter(({ waiting }) => waiting).reduce((sum, { started, completed }) => sum + completed - started, 0);
  const beside = record.steps.filter((other) => other.id !== longest.step && other.started !== undefined && other.completed !== undefined && other.state === 'rebuilt' && other.started < longest.completed && other.completed > longest.started).length;
  const company = step === undefined ? '' : beside === 0 ? ', nothing ran beside it' : `, ${countOf(beside, 'other step')} ran beside it`;
  return `${record.predicted ? 'Would take' : 'Took'} ${total}: ${formatDuration(took)} of them in ${name}${company}${waited >= 100 ? `; ${formatDuration(waited)} were waiting` : ''}.`;
}
