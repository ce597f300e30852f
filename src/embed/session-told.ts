/** Builds and steps as an embed tells them to the page around it. */
import type { BuildRecord, StepRecord, StepState } from '#engine/solver/record.ts';
import type { Snapshot } from '#engine/workspace/snapshot.ts';
import { buildSentence, editSentence } from '#lib/state/announce.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import { t } from '#messages/index.ts';
import type { Events, Expected, Statement, ToldBuild, ToldStep } from './vocabulary.ts';

/** `veiled`: without what becomes of it. What is not needed is in the Dockerfile, not in the outcome. */
export function toldStep(record: BuildRecord, step: StepRecord, veiled = false): ToldStep {
  return { id: step.id, stage: record.stages[step.stage]?.name ?? '', text: step.text, state: veiled && step.state !== 'not-needed' ? 'veiled' : step.state, line: step.lines.first };
}

/** `record` is absent where the Dockerfile cannot be read; `says` where it is known better than from the record. */
export function toldBuild(record: BuildRecord | undefined, snapshot: Snapshot, says?: string): ToldBuild {
  const count = (state: StepState) => record?.steps.filter((step) => step.state === state).length ?? 0;
  return {
    ...(record && !record.predicted && { build: record.number }),
    predicted: record?.predicted ?? true,
    failed: !(record?.ok ?? false),
    cached: count('cached'),
    rebuilt: count('rebuilt'),
    duration: record?.duration ?? 0,
    steps: inFile(record).map((step) => toldStep(record!, step)),
    says: says ?? (record && !record.predicted ? buildSentence(record, snapshot, undefined) : editSentence(record, snapshot)),
  };
}

/** The same while the reader is asked what it will do: its steps, and nothing of what becomes of them. */
export function veiledBuild(record: BuildRecord | undefined, { prediction }: Snapshot): ToldBuild {
  return { predicted: true, veiled: true, failed: !prediction, cached: 0, rebuilt: 0, duration: 0, steps: inFile(record).map((step) => toldStep(record!, step, true)), says: t('embed.ask') };
}

/** That the reader has said what the build would do, and how much of it was so. */
export const answered = (object: string, { right, of }: Events['predict']): Statement => ({ verb: 'answered', object, result: { ...(of > 0 && { score: right / of }), success: of > 0 && right === of } });

/** The builds of the history. */
export async function toldBuilds(bench: Workbench): Promise<readonly ToldBuild[]> {
  const records = await Promise.all(bench.snapshot.builds.map(({ number }) => bench.ask('record', { build: number })));
  return records.flatMap((record) => (record ? [toldBuild(record, bench.snapshot)] : []));
}

/** The steps in the order of the file. */
export function inFile(record: BuildRecord | undefined): readonly StepRecord[] {
  return [...(record?.steps ?? [])].sort((a, b) => a.lines.first - b.lines.first);
}

/** The step of that id, or of that number in the file counted from 1. */
export function stepAt(record: BuildRecord | undefined, step: string | number): StepRecord | undefined {
  const steps = inFile(record);
  return steps.find(({ id }) => id === String(step)) ?? (/^[1-9]\d*$/.test(String(step)) ? steps[Number(step) - 1] : undefined);
}

/** A step that was stopped never ran: nobody who promises the outcome of a build counts it as more than not needed. */
const outcomes: Readonly<Record<StepState, Expected>> = { cached: 'hit', rebuilt: 'miss', failed: 'fail', 'not-needed': 'skip', stopped: 'skip' };

/** What became of each step, in the words of a promise. */
export const outcomesOf = (record: BuildRecord | undefined): readonly Expected[] => inFile(record).map(({ state }) => outcomes[state]);
