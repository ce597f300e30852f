/** What the reader sees first: which file is open, which step is selected. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';

/** The file to open beside the Dockerfile: what a reader would change. */
export function openable(snapshot: Snapshot): string | undefined {
  const texts = snapshot.files.filter((entry) => entry.text && !entry.ignored && entry.path !== snapshot.dockerfile).map((entry) => entry.path);
  return texts.find((path) => /^(?:main|index|app|server)\./.test(path)) ?? texts.find((path) => !path.startsWith('.')) ?? texts[0];
}

/**
 * The step to explain: the one that failed; in a build that happened, the one at which the wave stopped; else the first that
 * runs. None where everything is cached: there is nothing to explain until something is edited or picked.
 */
export function firstStep(record: BuildRecord | undefined): string | undefined {
  const steps = record?.steps ?? [];
  const ran = new Set(steps.filter((step) => step.state === 'rebuilt').map((step) => step.id));
  const stopped = steps.find((step) => step.state === 'cached' && step.hit?.via === 'content' && step.reads.some((read) => read.kind !== 'parent' && 'step' in read && read.step !== undefined && ran.has(read.step)));
  const failed = steps.find((step) => step.state === 'failed');
  return (failed ?? (record?.predicted ? undefined : stopped) ?? steps.find((step) => ran.has(step.id)))?.id;
}

/** The picked step, as long as it is part of what happens; where nothing happens, wherever it is. */
export function keptStep(record: BuildRecord | undefined, picked: string | undefined): string | undefined {
  const steps = record?.steps ?? [];
  const step = steps.find((candidate) => candidate.id === picked);
  const quiet = steps.every((candidate) => candidate.state === 'cached' || candidate.state === 'not-needed');
  return step && (quiet || step.state !== 'cached' || step.hit?.via === 'content') ? picked : undefined;
}

/** A set that is never changed: it needs no reactivity of its own. */
export const setOf = (paths: readonly string[]): ReadonlySet<string> => new Set(paths);
