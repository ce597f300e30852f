/** Where the label of a bar stands, in a lane of so many pixels. */
import type { Bar, Lane } from './layout.ts';
import { barTransfer } from './sentence.ts';

/** Heights of a row and of the bar in it. */
export const ROW = 28;
export const BAR = 20;
/** Advance of the mono face, and what stands around a label. */
const ADVANCE = 7.3;
const AROUND = 16;
/** A label that is cut in its bar still says this much. */
const ENOUGH = 150;
/** Room of the mark of what was cached. */
const MARK = 60;

export type Side = 'in' | 'after' | 'before';

export interface Placed {
  readonly side: Side;
  /** Pixels that it may take. */
  readonly room: number;
  /** It makes room for the mark of what was cached, where that stands before it too. */
  readonly beside: boolean;
}

export function placeLabel(bar: Bar, lane: Lane, width: number): Placed {
  const transfer = barTransfer(bar);
  const needed = (bar.label.length + bar.duration.length + 3 + (transfer === '' ? 0 : transfer.length + 2)) * ADVANCE + AROUND;
  const own = (bar.to - bar.from) * width;
  const after = roomAfter(bar, lane, width);
  const before = bar.from * width - 8;
  const beside = lane.cached !== undefined && Math.abs(lane.cached.at - bar.from) * width < MARK;
  if (own >= Math.min(needed, ENOUGH)) return { side: 'in', room: own - 12, beside };
  if (after >= needed || after >= before) return { side: 'after', room: Math.max(24, after), beside };
  return { side: 'before', room: Math.max(24, before - (beside ? MARK : 0)), beside };
}

/** Up to the next bar of the row, or to the end of the lane. */
function roomAfter(bar: Bar, { bars }: Lane, width: number): number {
  const next = bars.reduce((least, other) => (other.row === bar.row && other.from >= bar.to && other !== bar ? Math.min(least, other.from) : least), 1);
  return (next - bar.to) * width - 8;
}
