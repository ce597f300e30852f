/** What the reader sees first: which file is open, which step is selected. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';

/** The file to open beside the Dockerfile: what a reader would change. */
export function openable(snapshot: Snapshot): string | undefined {
  const texts = snapshot.files.filter((entry) => entry.text && !entry.ignored && entry.path !== snapshot.dockerfile).map((entry) => entry.path);
  return texts.find((path) => /^(?:main|index|app|server)\./.test(path)) ?? texts.find((path) => !path.startsWith('.')) ?? texts[0];
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

/** What is known of nothing yet. */
export const none: ReadonlyMap<string, never> = new Map<string, never>();
