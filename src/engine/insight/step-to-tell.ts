import type { BuildRecord } from '../solver/record.ts';

/**
 * The step to explain: the one that failed; in a build that happened, the one at which the wave stopped; else the first that
 * runs. None where everything is cached: there is nothing to explain until something is edited or picked.
 */
export function stepToTell(record: BuildRecord | undefined): string | undefined {
  const steps = record?.steps ?? [];
  const ran = new Set(steps.filter((step) => step.state === 'rebuilt').map((step) => step.id));
  const stopped = steps.find((step) => step.state === 'cached' && step.hit?.via === 'content' && step.reads.some((read) => read.kind !== 'parent' && 'step' in read && read.step !== undefined && ran.has(read.step)));
  const failed = steps.find((step) => step.state === 'failed');
  return (failed ?? (record?.predicted ? undefined : stopped) ?? steps.find((step) => ran.has(step.id)))?.id;
}
