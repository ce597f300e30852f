/**
 * A build over virtual time: lanes for the frontend, the context, each stage and the image, bars for what took time, and the
 * chain of work that the build's duration is made of. Positions are shares of the duration, so that any width can draw it.
 */
import { scaleLinear } from 'd3';
import { criticalPath } from '#engine/insight/critical-path.ts';
import type { BuildRecord, StepRecord } from '#engine/solver/record.ts';
import { formatDuration } from '#lib/ui/format.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { shortenStep } from '#lib/views/graph/label.ts';
import { lookOf, toneOf } from '#lib/views/graph/strata.ts';
import { t } from '#messages/index.ts';
import { sentenceOf } from './sentence.ts';
import { transfersOf, type Transfer, type TransferKind } from './transfers.ts';
import { placed, stretchesOf, workLanes, type Work } from './works.ts';

export type BarTone = 'cached' | 'rebuilt' | 'predicted' | 'failed' | 'none' | 'internal';

export interface Bar {
  readonly id: string;
  /** Shares of the lane's width, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Which of the lane's rows: work that overlaps stands below each other. */
  readonly row: number;
  readonly tone: BarTone;
  /** `RUN go build -o /app`, as far as a bar has room for it; `name` is all of it. */
  readonly label: string;
  readonly name: string;
  readonly duration: string;
  /** Id of the step; absent for what is no step. */
  readonly step?: string;
  /** Before it began it waited from here, for so many virtual milliseconds. */
  readonly waits: number;
  readonly waitedFor: number;
  /** Stretches in which bytes travelled, as shares, and what a pull brought. */
  readonly transfers: readonly { readonly kind: TransferKind; readonly from: number; readonly to: number }[];
  readonly bytes?: number;
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

/** Characters of a label: a bar is hardly ever longer. */
const LONGEST = 56;

/** The lanes of a record. */
export function timelineOf(record: BuildRecord): Timeline {
  const span = record.vertices.reduce((most, { completed = 0 }) => Math.max(most, completed), Math.max(record.duration, 1));
  const critical = criticalPath(record);
  const scene: Scene = {
    span,
    onPath: new Set(critical.filter(({ waiting }) => !waiting).map(({ vertex }) => vertex as string)),
    steps: new Map(record.steps.map((step) => [step.id, step])),
    transfers: transfersOf(record),
    predicted: record.predicted,
  };
  const lanes = workLanes(record).flatMap(({ id, name, stage, works }): Lane[] => {
    const bars = id === 'frontend' ? stretchesOf(works).map((stretch) => frontendBar(stretch, scene)) : placed(works).map(({ work, row }) => barOf(work, row, scene));
    const cached = stage ? cachedOf(record, Number(id), span) : undefined;
    if (bars.length === 0 && !cached) return [];
    return [{ id, name: visibleText(name), stage, rows: bars.reduce((most, { row }) => Math.max(most, row + 1), 1), bars, cached }];
  });
  return {
    lanes,
    ticks: ticksOf(span),
    path: critical.map(({ started, completed, waiting }) => ({ from: started / span, to: completed / span, waiting: waiting === true })),
    sentence: sentenceOf(record, critical),
    span,
  };
}

interface Scene {
  readonly span: number;
  /** Digests of the vertices on the critical path. */
  readonly onPath: ReadonlySet<string>;
  readonly steps: ReadonlyMap<string, StepRecord>;
  readonly transfers: ReadonlyMap<string, readonly Transfer[]>;
  readonly predicted: boolean;
}

/** What the frontend does before anything is built, as one bar for each stretch: nobody reads it one by one. */
function frontendBar({ from, to, works }: ReturnType<typeof stretchesOf>[number], { span, onPath, transfers }: Scene): Bar {
  const label = frontendLabel(works.map(({ vertex }) => vertex.name));
  return {
    id: works[0]!.vertex.digest,
    from: from / span,
    to: to / span,
    row: 0,
    tone: 'internal',
    label,
    name: label,
    duration: formatDuration(to - from),
    waits: from / span,
    waitedFor: 0,
    transfers: works.flatMap(({ vertex }) => sharesOf(transfers.get(vertex.digest), span).filter(({ kind }) => kind !== 'send')),
    critical: works.some(({ vertex }) => onPath.has(vertex.digest)),
    modelled: false,
  };
}

function frontendLabel(names: readonly string[]): string {
  const images = names.filter((name) => name.includes('load metadata')).length;
  const parts = [
    ...(names.some((name) => name.includes('load build definition')) ? [t('timeline.load-definition')] : []),
    ...(images > 0 ? [t('timeline.load-metadata', { n: images })] : []),
    ...(names.some((name) => name.includes('.dockerignore')) ? ['.dockerignore'] : []),
  ];
  return parts.length > 0 ? t('timeline.load', { what: parts.join(', ') }) : visibleText((names[0] ?? '').replace(/^\[internal\] /, ''));
}

function barOf({ vertex, from, to, ready }: Work, row: number, { span, onPath, steps, transfers, predicted }: Scene): Bar {
  const step = vertex.step === undefined ? undefined : steps.get(vertex.step);
  const look = step && lookOf(step, predicted);
  const name = visibleText(step ? step.text : vertex.name.replace(/^\[internal\] /, ''));
  const short = shortenStep(name, LONGEST);
  return {
    id: vertex.digest,
    from: from / span,
    to: to / span,
    row,
    tone: look === undefined ? 'internal' : look === 'predicted' ? 'predicted' : (toneOf(look) as BarTone),
    label: step === undefined ? name.slice(0, LONGEST) : short.rest === '' ? short.keyword : `${short.keyword} ${short.rest}`,
    name,
    duration: formatDuration(to - from),
    ...(step && { step: step.id }),
    waits: ready / span,
    waitedFor: from - ready,
    transfers: sharesOf(transfers.get(vertex.digest), span),
    ...(step?.pulled !== undefined && { bytes: step.pulled }),
    critical: onPath.has(vertex.digest),
    modelled: step !== undefined && step.fidelity !== 'exact',
  };
}

function sharesOf(transfers: readonly Transfer[] | undefined, span: number): Bar['transfers'] {
  return transfers?.map(({ kind, from, to }) => ({ kind, from: Math.min(1, from / span), to: Math.min(1, to / span) })) ?? [];
}

function cachedOf(record: BuildRecord, stage: number, span: number): Lane['cached'] {
  const cached = record.steps.filter((step) => step.stage === stage && step.state === 'cached');
  const [first] = cached;
  if (!first) return undefined;
  const at = cached.reduce((least, { completed }) => Math.min(least, completed ?? Infinity), record.duration);
  return { count: cached.length, at: Math.min(1, at / span), step: first.id };
}

function ticksOf(span: number): readonly Tick[] {
  const seconds = span / 1000;
  const scale = scaleLinear([0, seconds], [0, 1]);
  const write = scale.tickFormat(6);
  return scale.ticks(6).map((second) => ({ at: second / seconds, label: seconds < 100 ? formatTick(second, write(second)) : formatDuration(second * 1000) }));
}

/** `2 s`, `0.05 s`: as many decimals as the ticks need, in the reader's signs. */
function formatTick(second: number, digits: string): string {
  const whole = formatDuration(second * 1000);
  const unit = whole.replace(/^[\d.,]+/, '');
  const decimal = /[.,]/.exec(whole)?.[0] ?? '.';
  return `${digits.replace('.', decimal)}${unit}`;
}
