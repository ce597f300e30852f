/** Rows of the drawing: a step's rank is the longest path to it, so that everything it reads is above it. */
import type { BuildRecord, StageRecord, StepRecord } from '#engine/solver/record.ts';
import type { Metrics } from './density.ts';

/** Rank of each step by its id. A lane that starts from another lane leaves room for its head under the step it starts from. */
export function ranksOf(record: BuildRecord, metrics: Metrics): ReadonlyMap<string, number> {
  const headRows = Math.ceil((metrics.head + 12) / (metrics.height + metrics.gap));
  const ranks = new Map<string, number>();
  for (const step of record.steps) {
    let rank = 0;
    for (const read of step.reads) {
      const from = 'step' in read ? read.step : undefined;
      const above = from === undefined ? undefined : ranks.get(from);
      if (above !== undefined) rank = Math.max(rank, above + 1 + (read.kind === 'stage' ? headRows : 0));
    }
    ranks.set(step.id, rank);
  }
  return ranks;
}

/** A step of another stage that files are read from, by COPY or by a bind mount, and the first path read. */
export interface LaneRead {
  readonly from: string;
  readonly kind: 'copy' | 'bind';
  readonly path: string;
}

export function lanesRead(step: StepRecord): readonly LaneRead[] {
  return step.reads.flatMap((read): readonly LaneRead[] => {
    if (read.kind === 'copy' && read.step !== undefined) return [{ from: read.step, kind: 'copy', path: read.paths[0] ?? '/' }];
    if (read.kind === 'bind' && read.step !== undefined) return [{ from: read.step, kind: 'bind', path: read.path }];
    return [];
  });
}

/** The step that a stage's file system ends with, in it or in what it starts from; undefined where there is none. */
export function lastStep(record: BuildRecord, stage: StageRecord): string | undefined {
  let at: StageRecord | undefined = stage;
  while (at !== undefined) {
    const last = at.steps[at.steps.length - 1];
    if (last !== undefined) return last;
    at = at.baseStage === undefined ? undefined : record.stages[at.baseStage];
  }
  return undefined;
}
