/** What the reader sees first: which file is open, which step is selected. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';

/** The file to open beside the Dockerfile: what a reader would change. */
export function openable(snapshot: Snapshot): string | undefined {
  const texts = snapshot.files.filter((entry) => entry.text && !entry.ignored && entry.path !== snapshot.dockerfile).map((entry) => entry.path);
  return texts.find((path) => /^(?:main|index|app|server)\./.test(path)) ?? texts.find((path) => !path.startsWith('.')) ?? texts[0];
}

/** The step to explain: the first that failed, else the first that runs, else the last. */
export function firstStep(record: BuildRecord | undefined): string | undefined {
  const steps = record?.steps ?? [];
  return (steps.find((step) => step.state === 'failed') ?? steps.find((step) => step.state === 'rebuilt') ?? steps.at(-1))?.id;
}
