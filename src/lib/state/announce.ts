/** One sentence for those who listen: what an edit would do, what a build did. */
import { t, type MessageId } from '#messages/index.ts';
import type { Explanation } from '#engine/insight/explanation.ts';
import type { BuildRecord, StepState } from '#engine/solver/record.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';

/** The counts of a build, in the order in which they are said. */
const counted = [
  ['cached', 'graph.count-cached'],
  ['rebuilt', 'graph.count-rebuilt'],
  ['failed', 'graph.count-failed'],
  ['stopped', 'graph.count-stopped'],
  ['not-needed', 'graph.count-not-needed'],
] as const satisfies readonly (readonly [StepState, MessageId])[];

/** “Build 2: 6 cached, 2 rebuilt. Step 3 COPY . . rebuilt because main.go changed. It took 7.6 s. The image is new.” */
export function buildSentence(record: BuildRecord, snapshot: Snapshot, told: Explanation | undefined): string {
  const counts = counted.flatMap(([state, id]) => {
    const n = record.steps.filter((step) => step.state === state).length;
    return n === 0 ? [] : [t(id, { n })];
  });
  // A recorded build has no reasons.
  const cause = record.recorded === undefined ? told?.simple : undefined;
  return t('state.build', {
    number: record.number,
    counts: counts.join(', '),
    told: cause ? 'yes' : 'no',
    step: record.steps.find(({ id }) => id === told?.step)?.index ?? 0,
    cause: cause ?? '',
    time: { milliseconds: record.duration },
    image: record.recorded !== undefined ? 'replayed' : !record.ok ? 'none' : snapshot.builds[record.number - 1]?.sameImageAs === undefined ? 'new' : 'same',
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
