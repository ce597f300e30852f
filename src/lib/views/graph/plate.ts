/** The image under the last step of the target. */
import type { BuildRecord, StageRecord, StepRecord } from '#engine/solver/record.ts';
import { t } from '#messages/index.ts';
import type { Metrics } from './density.ts';
import type { Lane, Plate, Stratum } from './geometry.ts';

const PLATE = { space: 13, height: 46 } as const;

/** Undefined where no image comes of the build. `sameAs`: number of an earlier build with the same image. */
export function plateOf(record: BuildRecord, lanes: readonly Lane[], strata: readonly Stratum[], metrics: Metrics, sameAs?: number): Plate | undefined {
  const lane = lanes.find((candidate) => candidate.stage.target);
  if (lane === undefined || !record.ok) return undefined;
  const image = record.images[0];
  const name = image?.names[0] ?? record.options.tags?.[0] ?? t('graph.plate-image');
  const x = lane.x + metrics.core / 2;
  const y = lane.bottom + PLATE.space;
  const packed = !record.predicted && sameAs === undefined && image !== undefined;
  const says = saysOf(record, lane.stage, sameAs);
  const width = Math.max(lane.width, Math.ceil(says.length * 5.6) + 22 + (packed ? 14 : 0));
  // Wider than its lane, it grows to the left where nothing stands.
  const left = lane.x + lane.width - width;
  const free = metrics.lines > 0 && left > 0 && !strata.some((stratum) => stratum.lane !== lane.position && stratum.y + stratum.height > y - 4 && stratum.x + stratum.width > left - 8);
  return {
    x: free ? left : lane.x,
    y,
    width,
    height: PLATE.height,
    name,
    says,
    modelled: packed && image.layers.some((layer) => layer.blob?.fidelity !== 'exact'),
    spine: `M${x} ${lane.bottom}V${y}`,
  };
}

/** What becomes of the image. A dry run makes none, so that it can only speak of layers. */
function saysOf(record: BuildRecord, target: StageRecord, sameAs?: number): string {
  if (sameAs !== undefined) return t('graph.plate-same', { n: sameAs });
  if (record.predicted) return layersOf(record, target).some((step) => step.state === 'rebuilt') ? t('graph.plate-will-be-new') : t('graph.plate-no-change');
  const packed = record.images[0]?.compressedSize;
  return packed === undefined ? t('graph.plate-new') : t('graph.plate-packed', { size: { bytes: packed } });
}

/** The steps whose file systems the image is made of: the target's, and those of the stages it starts from. */
function layersOf(record: BuildRecord, target: StageRecord): readonly StepRecord[] {
  const stages = new Set<number>();
  for (let at: StageRecord | undefined = target; at !== undefined; at = at.baseStage === undefined ? undefined : record.stages[at.baseStage]) stages.add(at.index);
  return record.steps.filter((step) => stages.has(step.stage));
}
