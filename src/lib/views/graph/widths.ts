/** Widths of lanes: each gets what its longest step asks for, as far as there is room; where room is short the widest give way first. */
import type { StageRecord, StepRecord } from '#engine/solver/record.ts';
import type { Metrics } from './density.ts';

/** Core, padding on both sides of the text, and the modelled mark. */
const AROUND = 16;
const MARK = 15;

/** Pixels that a lane asks for. It depends on the Dockerfile alone, so that no build moves a lane. */
export function wishOf(stage: StageRecord, steps: readonly StepRecord[], metrics: Metrics): number {
  const longest = Math.max(stage.name.length, ...steps.map((step) => Math.min(60, step.text.length)));
  return Math.min(metrics.wide, Math.max(metrics.narrow, Math.ceil(metrics.core + AROUND + MARK + longest * metrics.advance)));
}

/** Wishes → widths whose sum is at most `room`, none below `least` and none above its wish. */
export function shareOut(wishes: readonly number[], room: number, least: number): readonly number[] {
  const sum = (level: number) => wishes.reduce((total, wish) => total + Math.max(least, Math.min(wish, level)), 0);
  const most = Math.max(least, ...wishes);
  if (sum(most) <= room) return wishes.map((wish) => Math.max(least, wish));
  let [low, high] = [least, most];
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (sum(middle) <= room) low = middle;
    else high = middle;
  }
  return wishes.map((wish) => Math.floor(Math.max(least, Math.min(wish, low))));
}
