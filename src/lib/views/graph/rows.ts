/** Heights of the rows, and which runs of cached steps are folded into thin ones. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Metrics } from './density.ts';

/** Cached steps in a row that fold, from this many on. */
const LEAST = 4;
/** Height and gap of a row whose strata are all folded. */
const THIN = { height: 7, gap: 1 } as const;

export interface Rows {
  /** Top of each row, and of the one after the last. */
  readonly tops: readonly number[];
  readonly heights: readonly number[];
  /** Ids of the steps of each fold. */
  readonly folds: readonly (readonly string[])[];
}

/** What the reader did to the drawing. */
interface Drawn {
  readonly selected?: string;
  /** Stages that are drawn as cores alone: a row of theirs alone is thin. */
  readonly collapsed?: ReadonlySet<number>;
}

/** Ranks → heights. Compact folds runs, the map folds whole stages; failed, changed and selected steps never fold. */
export function layoutRows(record: BuildRecord, ranks: ReadonlyMap<string, number>, metrics: Metrics, top: number, { selected, collapsed = new Set() }: Drawn = {}): Rows {
  const folds = metrics.density === 'compact' ? foldsOf(record, ranks, collapsed, selected) : metrics.density === 'map' ? blocksOf(record, ranks) : [];
  const folded = new Set([...(metrics.density === 'compact' ? folds.flat() : []), ...record.steps.flatMap(({ id, stage }) => (collapsed.has(stage) ? [id] : []))]);
  let count = 1;
  for (const rank of ranks.values()) count = Math.max(count, rank + 1);
  const thin = Array.from({ length: count }, () => true);
  for (const [id, rank] of ranks) if (!folded.has(id)) thin[rank] = false;
  const tops: number[] = [];
  const heights: number[] = [];
  let y = top;
  for (let row = 0; row < count; row++) {
    const small = thin[row]! && folded.size > 0;
    tops.push(y);
    heights.push(small ? THIN.height : metrics.height);
    const last = small && thin[row + 1] !== true;
    y += small && !last ? THIN.height + THIN.gap : heights[row]! + metrics.gap;
  }
  tops.push(y);
  return { tops, heights, folds };
}

/** Stages that are cached from their first step to their last, without a gap. */
function blocksOf(record: BuildRecord, ranks: ReadonlyMap<string, number>): readonly (readonly string[])[] {
  const state = new Map(record.steps.map((step) => [step.id, step.state]));
  return record.stages.flatMap(({ steps }) => {
    const whole = steps.every((id, i) => state.get(id) === 'cached' && ranks.get(id) === ranks.get(steps[0]!)! + i);
    return whole && steps.length >= LEAST ? [steps] : [];
  });
}

function foldsOf(record: BuildRecord, ranks: ReadonlyMap<string, number>, collapsed: ReadonlySet<number>, selected?: string): readonly (readonly string[])[] {
  const state = new Map(record.steps.map((step) => [step.id, step.state]));
  const folds: string[][] = [];
  for (const stage of record.stages) {
    if (collapsed.has(stage.index)) continue;
    let run: string[] = [];
    const close = () => {
      if (run.length >= LEAST && (selected === undefined || !run.includes(selected))) folds.push(run);
      run = [];
    };
    for (const id of stage.steps) {
      const before = run[run.length - 1];
      if (before !== undefined && ranks.get(id) !== ranks.get(before)! + 1) close();
      if (state.get(id) === 'cached') run.push(id);
      else close();
    }
    close();
  }
  return folds;
}
