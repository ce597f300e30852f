/**
 * A finished build as something to watch. Everything is a function of the virtual clock (milliseconds since the build's
 * start), so that graph, log and timeline share one playhead. Beats of the drawing that take no virtual time (a front travels,
 * a key turns, a shield draws itself) are given a thousandth of a virtual millisecond for each millisecond on screen.
 */
import { bisectRight, easeCubicInOut, easeExpOut } from 'd3';
import type { BuildRecord, StepRecord } from '#engine/solver/record.ts';
import type { GraphEdge } from './geometry.ts';
import { straight } from './scale.ts';
import { lookOf, type Look } from './strata.ts';

/** Milliseconds on screen at 1×, as in the design tokens. */
const BEAT = { travel: 180, key: 120, digits: 600, settle: 240, compare: 120, shield: 320, hold: 600, fail: 240 } as const;
/** Nothing plays by itself for longer. */
const LONGEST = 5_000;
/** Virtual milliseconds for a millisecond on screen of a beat. */
const SLIVER = 1e-3;
/** Builds with more rebuilt steps show fronts only. */
const MOST_KEYS = 40;

export type EdgeLook = 'rest' | 'foreseen' | 'travelling' | 'arrived';

/** Something that happens, for stepping through and for announcing. */
export interface Mark {
  readonly at: number;
  readonly kind: 'start' | 'end' | 'stop' | 'fail';
  readonly step: string;
}

/** What holds still between two events. The same object is given for every time between them. */
export interface Still {
  readonly looks: ReadonlyMap<string, Look>;
  /** Looks of the lines that carry a wave or stop one. */
  readonly edges: ReadonlyMap<string, EdgeLook>;
}

/** What moves at one moment: few things, so that a frame costs little. */
export interface Moving {
  /** Share of the core that is filled from the top, and virtual milliseconds since the step began. */
  readonly cores: readonly { readonly step: string; readonly fill: number; readonly elapsed: number }[];
  /** Steps whose key just turned because the content that they read changed: old digits give way to new. */
  readonly keys: readonly string[];
  /** Fronts on their way, by share of the line's length. */
  readonly fronts: readonly { readonly edge: string; readonly share: number }[];
  /** Shields: share of the outline that is drawn, and whether its sign shows. */
  readonly shields: readonly { readonly edge: string; readonly drawn: number; readonly sign: boolean }[];
}

export interface Film {
  /** Milliseconds on screen at 1×. */
  readonly length: number;
  /** Virtual milliseconds at its end: the build's duration and the last beat. */
  readonly end: number;
  readonly toClock: (screen: number) => number;
  readonly toScreen: (clock: number) => number;
  readonly marks: readonly Mark[];
  readonly stillAt: (clock: number) => Still;
  readonly movingAt: (clock: number) => Moving;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Act extends Span {
  readonly step: StepRecord;
  /** Before `from`, the wave travels to it and its key turns. */
  readonly travel?: Span;
  readonly key: Span;
  readonly fail?: Span;
}

/** A record and the lines of its drawing → the film. `turned`: steps whose change of content is shown as digits, which takes a moment longer. */
export function filmOf(record: BuildRecord, edges: readonly GraphEdge[], turned: ReadonlySet<string> = new Set()): Film {
  const waves = edges.filter((edge) => edge.outcome === 'wave');
  const stops = edges.filter((edge) => edge.outcome === 'stopped');
  const reached = new Set(waves.filter((edge) => edge.kind !== 'spine').map((edge) => edge.to));
  const ran = record.steps.filter((step) => step.started !== undefined && (step.state === 'rebuilt' || step.state === 'failed'));
  const keyed = ran.length <= MOST_KEYS;
  const acts = ran.map((step) => actOf(step, reached.has(step.id), !keyed ? 0 : turned.has(step.id) ? BEAT.key + BEAT.digits : BEAT.key));
  const byStep = new Map(acts.map((act) => [act.step.id, act]));
  const stopSpans = stops.flatMap((edge) => {
    const source = byStep.get(edge.from ?? '');
    return source === undefined ? [] : [{ edge, from: source.to, to: source.to + (BEAT.compare + BEAT.shield + BEAT.hold) * SLIVER }];
  });
  const failure = Math.min(Infinity, ...acts.flatMap((act) => (act.fail === undefined ? [] : [act.to])));
  const end = Math.max(record.duration, ...acts.map((act) => act.fail?.to ?? act.to), ...stopSpans.map((span) => span.to));
  const { toClock, toScreen, length } = clockOf(acts, stopSpans, end);

  const thresholds = [...new Set([...acts.flatMap(({ travel, key, from, to }) => [travel?.from ?? key.from, key.from, from, to]), ...stopSpans.flatMap(({ from, to }) => [from + BEAT.compare * SLIVER, to - BEAT.hold * SLIVER]), failure])]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const stills = new Map<number, Still>();

  const stillAt = (clock: number): Still => {
    const index = bisectRight(thresholds, clock);
    let still = stills.get(index);
    if (still === undefined) {
      const at = index === 0 ? -1 : thresholds[index - 1]!;
      still = {
        looks: new Map(record.steps.map((step) => [step.id, lookAt(step, byStep.get(step.id), at, failure)])),
        edges: new Map([
          ...waves.map((edge) => [edge.id, waveAt(byStep.get(edge.to), at)] as const),
          ...stopSpans.map(({ edge, from, to }) => [edge.id, at < from + BEAT.compare * SLIVER ? 'rest' : at < to - BEAT.hold * SLIVER ? 'travelling' : 'arrived'] as const),
        ]),
      };
      stills.set(index, still);
    }
    return still;
  };

  const movingAt = (clock: number): Moving => ({
    cores: acts.flatMap(({ step, from, to, fail }) => {
      if (clock >= from && clock < to) return [{ step: step.id, fill: step.state === 'failed' ? 0 : (clock - from) / (to - from), elapsed: clock - from }];
      return fail !== undefined && clock >= fail.from && clock < fail.to ? [{ step: step.id, fill: share(fail, clock), elapsed: to - from }] : [];
    }),
    keys: acts.flatMap(({ step, key }) => (turned.has(step.id) && clock >= key.from && clock < key.to ? [step.id] : [])),
    fronts: waves.flatMap((edge) => {
      const travel = byStep.get(edge.to)?.travel;
      return travel !== undefined && clock >= travel.from && clock < travel.to ? [{ edge: edge.id, share: easeCubicInOut(share(travel, clock)) }] : [];
    }),
    shields: stopSpans.flatMap(({ edge, from }) => {
      const drawing = { from: from + BEAT.compare * SLIVER, to: from + (BEAT.compare + BEAT.shield) * SLIVER };
      return clock < from ? [] : [{ edge: edge.id, drawn: easeExpOut(share(drawing, clock)), sign: clock >= drawing.to }];
    }),
  });

  return { length, end, toClock, toScreen, marks: marksOf(acts, stopSpans), stillAt, movingAt };
}

function actOf(step: StepRecord, reached: boolean, beat: number): Act {
  const from = step.started!;
  const to = Math.max(step.completed ?? from, from + BEAT.settle * SLIVER);
  const key = { from: from - beat * SLIVER, to: from };
  return {
    step,
    from,
    to,
    key,
    ...(reached ? { travel: { from: key.from - BEAT.travel * SLIVER, to: key.from } } : {}),
    ...(step.state === 'failed' ? { fail: { from: to, to: to + BEAT.fail * SLIVER } } : {}),
  };
}

/** Screen time over virtual time: long runs are compressed by their square root, beats keep their length, and all of it ends in time. */
function clockOf(acts: readonly Act[], stops: readonly Span[], end: number): Pick<Film, 'toClock' | 'toScreen' | 'length'> {
  const demands: { readonly span: Span; readonly screen: number }[] = [{ span: { from: 0, to: end }, screen: 12 * Math.sqrt(end) }];
  const beat = (span: Span | undefined) => span !== undefined && demands.push({ span, screen: (span.to - span.from) / SLIVER });
  for (const act of acts) {
    demands.push({ span: act, screen: Math.max(BEAT.settle, 38 * Math.sqrt(act.to - act.from)) });
    beat(act.travel);
    beat(act.key);
    beat(act.fail);
  }
  for (const span of stops) beat(span);
  const clock = [...new Set(demands.flatMap(({ span }) => [Math.max(0, span.from), Math.max(0, span.to)]))].sort((a, b) => a - b);
  const screen = [0];
  for (let i = 1; i < clock.length; i++) {
    const middle = (clock[i - 1]! + clock[i]!) / 2;
    const rate = Math.max(...demands.map(({ span, screen }) => (middle > span.from && middle < span.to ? screen / (span.to - span.from) : 0)));
    screen.push(screen[i - 1]! + rate * (clock[i]! - clock[i - 1]!));
  }
  const total = screen[screen.length - 1]!;
  const scale = total > LONGEST ? LONGEST / total : 1;
  const range = screen.map((at) => at * scale);
  if (clock.length < 2) return { length: 0, toClock: () => end, toScreen: () => 0 };
  return { length: total * scale, toClock: straight(range, clock), toScreen: straight(clock, range) };
}

function lookAt(step: StepRecord, act: Act | undefined, at: number, failure: number): Look {
  if (act !== undefined) {
    if (at < act.key.from) return 'predicted';
    if (at < act.from) return 'rebuilt';
    return at < act.to ? 'running' : lookOf(step, false);
  }
  return step.state === 'stopped' && at < failure ? 'waiting' : lookOf(step, false);
}

function waveAt(act: Act | undefined, at: number): EdgeLook {
  if (act === undefined) return 'arrived';
  if (act.travel === undefined) return at < act.from ? 'foreseen' : 'arrived';
  return at < act.travel.from ? 'foreseen' : at < act.travel.to ? 'travelling' : 'arrived';
}

function share(span: Span, at: number): number {
  return Math.min(1, Math.max(0, (at - span.from) / (span.to - span.from)));
}

function marksOf(acts: readonly Act[], stops: readonly (Span & { readonly edge: GraphEdge })[]): readonly Mark[] {
  const marks = acts.flatMap(({ step, from, to }): Mark[] => [
    { at: from, kind: 'start', step: step.id },
    { at: to, kind: step.state === 'failed' ? 'fail' : 'end', step: step.id },
  ]);
  for (const { edge, to } of stops) marks.push({ at: to, kind: 'stop', step: edge.to });
  return marks.sort((a, b) => a.at - b.at);
}
