/** Left to right: the context, then a column for each lane with its channel before it. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { ContextLane } from './geometry.ts';
import type { Metrics } from './density.ts';
import type { Tracks } from './route.ts';
import { shareOut, wishOf } from './widths.ts';

/** Between two tracks of a channel. */
const TRACK = 9;
/** Between a chip and what is left of it. */
const CHIP_SPACE = 8;
/** Beside the cores of a stage that was collapsed by hand, for its name and its runs. */
const COLLAPSED_ASIDE = 62;

/** How generous the drawing can be with the room that it has. */
export interface Room {
  readonly margin: number;
  readonly context: number;
  readonly channel: number;
}

interface Request {
  readonly record: BuildRecord;
  /** Stage indexes of each column, from the left. */
  readonly columns: readonly (readonly number[])[];
  readonly metrics: Metrics;
  readonly available: number;
  readonly collapsed: ReadonlySet<number>;
}

/** Wide where the lanes fit comfortably beside a context lane, and close where they do not. */
export function roomFor({ columns, metrics, available, collapsed }: Request): Room {
  const open = columns.filter((stages) => !stages.every((stage) => collapsed.has(stage))).length;
  const comfortable = 28 + 114 + 35 + (columns.length - 1) * metrics.channel + open * metrics.narrow + (columns.length - open) * (metrics.core + COLLAPSED_ASIDE);
  if (metrics.lines === 0 || comfortable <= available) return { margin: 14, context: Math.min(170, Math.max(114, available * 0.18)), channel: metrics.channel };
  return { margin: 10, context: 84, channel: metrics.strait };
}

export interface Columns {
  readonly x: readonly number[];
  readonly width: readonly number[];
  /** Room right of each column that belongs to it. */
  readonly aside: readonly number[];
  /** Where the last column ends. */
  readonly end: number;
  /** X of a track in the channel left of a column. */
  readonly track: (channel: number, track: number) => number;
}

/** `chips`: width of what stands left of the strata of a column, where there is no context lane. */
export function layoutColumns(request: Request, room: Room, context: ContextLane | undefined, tracks: Tracks, chips: readonly number[]): Columns {
  const { record, columns, metrics, available, collapsed } = request;
  const steps = new Map(record.stages.map(({ index }) => [index, record.steps.filter((step) => step.stage === index)]));
  const shut = columns.map((stages) => metrics.lines > 0 && stages.every((stage) => collapsed.has(stage)));
  const aside = shut.map((closed) => (closed ? COLLAPSED_ASIDE : metrics.aside));
  const channels = columns.map((_, at) => {
    const own = (tracks.counts[at]! - 1) * TRACK;
    const chip = chips[at]! === 0 ? 0 : chips[at]! + CHIP_SPACE;
    if (at > 0) return room.channel + Math.max(0, own) + chip;
    return context === undefined ? chip : 13 + 10 * context.brackets.length + Math.max(0, own) + 12;
  });
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
  const start = room.margin + (context?.width ?? 0);
  const free = available - start - room.margin - sum(channels) - sum(aside) - shut.filter(Boolean).length * metrics.core;
  const open = columns.flatMap((stages, at) => (shut[at] ? [] : [Math.max(...stages.map((stage) => wishOf(record.stages[stage]!, steps.get(stage) ?? [], metrics)))]));
  const shares = [...shareOut(open, free, metrics.least)];
  const width = shut.map((closed) => (closed ? metrics.core : (shares.shift() ?? metrics.least)));

  const x: number[] = [];
  let at = start;
  columns.forEach((_, i) => {
    at += channels[i]!;
    x.push(Math.round(at));
    at += width[i]! + aside[i]!;
  });
  const track = (channel: number, nth: number): number => {
    const count = Math.max(1, tracks.counts[channel] ?? 1);
    const right = x[channel] ?? at + room.channel;
    const left = channel === 0 ? Math.max(0, ...(context?.brackets.map((bracket) => bracket.x) ?? [0])) : x[channel - 1]! + width[channel - 1]! + aside[channel - 1]!;
    return Math.round(left + (right - left - (count - 1) * TRACK) / 2 + nth * TRACK);
  };
  return { x, width, aside, end: at, track };
}
