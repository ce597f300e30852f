/** One sentence for those who listen: what an edit would do, what a build did. */
import { t } from '#messages/index.ts';
import type { BuildRecord, StepState } from '#engine/solver/record.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';

/** “Build 3: 6 cached, 2 rebuilt, 7.6 s. The image is the same.” */
export function buildSentence(record: BuildRecord, snapshot: Snapshot): string {
  const has = (state: StepState) => record.steps.filter((step) => step.state === state).length;
  const summary = snapshot.builds[record.number - 1];
  return t('state.build', {
    number: record.number,
    cached: has('cached'),
    rebuilt: has('rebuilt'),
    failed: has('failed'),
    unneeded: has('not-needed'),
    time: { milliseconds: record.duration },
    image: record.recorded !== undefined ? 'replayed' : !record.ok ? 'none' : summary?.sameImageAs === undefined ? 'new' : 'same',
  });
}

/** “3 of 8 steps will rebuild, about 7.8 s.” */
export function editSentence(prediction: BuildRecord | undefined, snapshot: Snapshot): string {
  if (!snapshot.prediction || !prediction) {
    const problem = snapshot.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
    return problem ? t('state.unreadable', { message: problem.message }) : t('state.nothing-to-build');
  }
  const needed = prediction.steps.filter((step) => step.state !== 'not-needed');
  const rebuilt = needed.filter((step) => step.state === 'rebuilt' || step.state === 'failed');
  if (rebuilt.length === 0) return t('state.nothing-rebuilds');
  return t('state.rebuilds', { n: rebuilt.length, of: needed.length, time: { milliseconds: prediction.duration } });
}

/** After days that went by: the date in UTC, and what it may mean. */
export function dateSentence(now: number): string {
  return t('state.date', { date: new Date(now).toISOString().slice(0, 10) });
}
