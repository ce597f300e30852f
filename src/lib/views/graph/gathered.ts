/** On the map, stages that are not needed stand below each other in one last lane. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Metrics } from './density.ts';
import type { Box } from './geometry.ts';

/** From the foot of a block to the name of the next. */
const SPACE = 16;
const TALLEST = 40;

type Place = Pick<Box, 'y' | 'height'>;

/** Stage indexes that are gathered: none but on the map, and none where there is a single one. */
export function gatheredStages(record: BuildRecord, metrics: Metrics): ReadonlySet<number> {
  const unneeded = record.stages.filter(({ needed }) => !needed).map(({ index }) => index);
  return new Set(metrics.density === 'map' && unneeded.length > 1 ? unneeded : []);
}

/** Heights of their blocks by stage. */
export function gather(record: BuildRecord, gathered: ReadonlySet<number>, metrics: Metrics, top: number): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  let y = top;
  for (const { index, steps } of record.stages) {
    if (!gathered.has(index)) continue;
    const height = Math.min(TALLEST, Math.max(1, steps.length) * (metrics.height + metrics.gap));
    places.set(index, { y, height });
    y += height + metrics.head + SPACE;
  }
  return places;
}
