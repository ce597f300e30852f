/** The image under the last step of the target. */
import type { BuildRecord, StageRecord, StepRecord } from '#engine/solver/record.ts';
import { formatBytes } from '#lib/ui/format.ts';
import type { Metrics } from './density.ts';
import type { Lane, Plate } from './geometry.ts';

const PLATE = { space: 13, height: 46 } as const;

/** Undefined where no image comes of the build. `sameAs`: number of an earlier build with the same image. */
export function plateOf(record: BuildRecord, lanes: readonly Lane[], metrics: Metrics, width: number, sameAs?: number): Plate | undefined {
  const lane = lanes.find((candidate) => candidate.stage.target);
  if (lane === undefined || !record.ok) return undefined;
  const image = record.images[0];
  const name = image?.names[0] ?? record.options.tags?.[0] ?? 'image';
  const x = lane.x + metrics.core / 2;
  const y = lane.bottom + PLATE.space;
  const packed = !record.predicted && sameAs === undefined && image !== undefined;
  return {
    x: lane.x,
    y,
    width: Math.max(width, metrics.lines === 0 ? 120 : 0),
    height: PLATE.height,
    name,
    says: saysOf(record, lane.stage, sameAs),
    modelled: packed && image.layers.some((layer) => layer.blob?.fidelity !== 'exact'),
    spine: `M${x} ${lane.bottom}V${y}`,
  };
}

/** What becomes of the image. A dry run makes none, so that it can only speak of layers. */
function saysOf(record: BuildRecord, target: StageRecord, sameAs?: number): string {
  if (sameAs !== undefined) return `same image as build ${sameAs}`;
  if (record.predicted) return layersOf(record, target).some((step) => step.state === 'rebuilt') ? 'will be a new image' : 'no layer will change';
  const packed = record.images[0]?.compressedSize;
  return packed === undefined ? 'new image' : `new image, ${formatBytes(packed)} packed`;
}

/** The steps whose file systems the image is made of: the target's, and those of the stages it starts from. */
function layersOf(record: BuildRecord, target: StageRecord): readonly StepRecord[] {
  const stages = new Set<number>();
  for (let at: StageRecord | undefined = target; at !== undefined; at = at.baseStage === undefined ? undefined : record.stages[at.baseStage]) stages.add(at.index);
  return record.steps.filter((step) => stages.has(step.stage));
}
