/** One sentence for those who listen: what an edit would do, what a build did. */
import { formatDuration } from '#lib/ui/format.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';

/** “Build 3: 6 cached, 2 rebuilt, 7.6 s. The image is the same.” */
export function buildSentence(record: BuildRecord, snapshot: Snapshot): string {
  const has = (state: string) => record.steps.filter((step) => step.state === state).length;
  const counts = (
    [['cached', has('cached')], ['rebuilt', has('rebuilt')], ['failed', has('failed')], ['not needed', has('not-needed')]] as const
  ).filter(([, n]) => n > 0).map(([word, n]) => `${n} ${word}`);
  const summary = snapshot.builds[record.number - 1];
  const image = record.recorded !== undefined ? 'A real build, replayed.' : !record.ok ? 'No image was made.' : summary?.sameImageAs === undefined ? 'The image is new.' : 'The image is the same.';
  return `Build ${record.number}: ${[...counts, formatDuration(record.duration)].join(', ')}. ${image}`;
}

/** “3 of 8 steps will rebuild, about 7.8 s.” */
export function editSentence(prediction: BuildRecord | undefined, snapshot: Snapshot): string {
  if (!snapshot.prediction || !prediction) {
    const problem = snapshot.diagnostics.find((diagnostic) => diagnostic.severity === 'error');
    return problem ? `The Dockerfile cannot be read: ${problem.message}` : 'Nothing can be built.';
  }
  const needed = prediction.steps.filter((step) => step.state !== 'not-needed');
  const rebuilt = needed.filter((step) => step.state === 'rebuilt' || step.state === 'failed');
  if (rebuilt.length === 0) return 'Nothing will rebuild.';
  return `${rebuilt.length} of ${needed.length} steps will rebuild, about ${formatDuration(prediction.duration)}.`;
}

/** After days that went by: the date in UTC, and what it may mean. */
export function dateSentence(now: number): string {
  return `It is ${new Date(now).toISOString().slice(0, 10)} now: tags of base images may have moved.`;
}
