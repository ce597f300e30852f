/** Where the labels of a lane's bars stand, in so many pixels: in the bar, behind it, before it, or nowhere where there is no room. */
import type { Bar, Lane } from './layout.ts';
import { barTransfer } from './sentence.ts';

/** Heights of a row and of the bar in it. */
export const ROW = 28;
export const BAR = 20;
/** Advance of the mono face, what stands around a label, and the gap to its bar. */
const ADVANCE = 7.3;
const AROUND = 24;
const GAP = 8;
/** A label that is cut still says something in this. */
const ENOUGH = 96;
/** Room of the mark of what was cached. */
const MARK = 56;

export interface LabelPlace {
  readonly side: 'in' | 'after' | 'before' | 'none';
  /** Pixels that it may take, and its distance from the bar. */
  readonly room: number;
  readonly gap: number;
  /** A finger or a pointer can hit it without hitting another: else it is no button, and the table has it. */
  readonly target: boolean;
}

/** The least size of a target (WCAG 2.5.8). */
const TARGET = 24;

/** Places by the ids of the bars. No two labels of a row meet, and none leaves the lane. */
export function placeLabels(lane: Lane, width: number): ReadonlyMap<string, LabelPlace> {
  const places = new Map<string, LabelPlace>();
  for (let row = 0; row < lane.rows; row++) {
    const bars = lane.bars.filter((bar) => bar.row === row).sort((a, b) => a.from - b.from);
    let free = 0;
    bars.forEach((bar, i) => {
      const next = (bars[i + 1]?.from ?? 1) * width;
      const place = placeLabel(bar, neededBy(bar), width, free, next, row === 0 ? lane.cached?.at : undefined);
      places.set(bar.id, { ...place, target: isTarget(bar, bars, width, row === 0 ? lane.cached?.at : undefined) });
      const end = bar.to * width;
      free = place.side === 'after' ? end + GAP + Math.min(place.room, neededBy(bar)) : end;
    });
  }
  return places;
}

function placeLabel(bar: Bar, needed: number, width: number, free: number, next: number, cached: number | undefined): Omit<LabelPlace, 'target'> {
  const [from, to] = [bar.from * width, bar.to * width];
  const wanted = Math.min(needed, ENOUGH);
  if (to - from - 12 >= wanted) return { side: 'in', room: to - from - 12, gap: GAP };
  // The mark of what was cached ends where it was found; where that is before the bar, the label stands before the mark.
  const mark = cached !== undefined && cached * width <= from + 1 && cached * width > free ? from - cached * width + MARK : 0;
  const after = next - to - 2 * GAP;
  const before = from - free - 2 * GAP - mark;
  if (after >= needed) return { side: 'after', room: after, gap: GAP };
  if (before >= needed) return { side: 'before', room: before, gap: GAP + mark };
  if (after >= wanted) return { side: 'after', room: after, gap: GAP };
  return before >= wanted ? { side: 'before', room: before, gap: GAP + mark } : { side: 'none', room: 0, gap: GAP };
}

/** About how wide a label is drawn. */
function neededBy(bar: Bar): number {
  const transfer = barTransfer(bar);
  return (bar.label.length + bar.duration.length + 3 + (transfer === '' ? 0 : transfer.length + 2)) * ADVANCE + AROUND;
}

/** Wide enough, or so far from others that a circle of that size around its middle meets none of them. */
function isTarget(bar: Bar, row: readonly Bar[], width: number, cached: number | undefined): boolean {
  const small = ({ from, to }: Bar) => (to - from) * width < TARGET;
  const middle = ({ from, to }: Bar) => ((from + to) / 2) * width;
  if (!small(bar)) return true;
  const at = middle(bar);
  if (cached !== undefined && at - TARGET / 2 < cached * width && at > cached * width - MARK) return false;
  return row.every((other) => other === bar || (small(other) ? Math.abs(middle(other) - at) >= TARGET : at + TARGET / 2 <= other.from * width || at - TARGET / 2 >= other.to * width));
}
