/** From a build of the history to what a duel keeps of it. */
import type { BuildRecord, LayerRecord, StepRecord } from '../../solver/record.ts';
import type { DuelRun, DuelStep } from './outcome.ts';

/** `had`: the layers of this side's images so far, to which those of this build are added. */
export function runOf(record: BuildRecord, had: Set<string>): DuelRun {
  const layers = record.images.flatMap((image) => image.layers);
  const fresh = layers.filter(({ diffId }) => !had.has(diffId));
  for (const { diffId } of layers) had.add(diffId);
  const count = (state: StepRecord['state']) => record.steps.filter((step) => step.state === state).length;
  return {
    ok: record.ok,
    duration: record.duration,
    steps: record.steps.map(stepOf),
    cached: count('cached'),
    rebuilt: count('rebuilt'),
    imageBytes: record.images.reduce((sum, { compressedSize }) => sum + compressedSize, 0),
    newBytes: sizeOf([...new Map(fresh.map((layer) => [layer.diffId, layer])).values()]),
    ...(record.error && { error: record.error.message }),
  };
}

function stepOf({ id, stage, text, keyword, state, lines, started, completed, fidelity }: StepRecord): DuelStep {
  const ran = started !== undefined && completed !== undefined && (state === 'rebuilt' || state === 'failed');
  return {
    id,
    stage,
    text: text.startsWith(keyword) ? text : `${keyword} ${text}`,
    state,
    lines,
    ...(ran && { start: started, duration: completed - started }),
    ...(ran && fidelity !== 'exact' && { modelled: true }),
  };
}

const sizeOf = (layers: readonly LayerRecord[]): number => layers.reduce((sum, { blob, size }) => sum + (blob?.size ?? size), 0);
