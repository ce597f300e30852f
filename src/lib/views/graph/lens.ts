/** The lens: where strata are cores only, the selected step and its neighbours as full strata, tied to their cores. */
import { visibleText } from '#lib/ui/visible-text.ts';
import { t } from '#messages/index.ts';
import { metricsOf } from './density.ts';
import type { Box, GraphLayout, Stratum } from './geometry.ts';
import { cut } from './label.ts';
import { roundedPath } from './path.ts';

const WIDTH = 300;
const PAD = 14;
const TITLE = 32;
const SPACE = 22;
/** Steps that it shows, the selected one in the middle where it can be. */
const SHOWN = 3;

export interface Lens extends Box {
  readonly title: string;
  readonly strata: readonly Stratum[];
  /** Around the cores that it shows. */
  readonly ring: Box;
  /** From the ring to the card. */
  readonly line: string;
}

/** Undefined where strata have text of their own, or no such step is drawn. The card stands below what is drawn in its columns. */
export function lensOf(layout: GraphLayout, selected: string | undefined): Lens | undefined {
  const center = layout.strata.find(({ step }) => step.id === selected);
  const lane = center === undefined ? undefined : layout.lanes[center.lane];
  if (layout.metrics.lines > 0 || center === undefined || lane === undefined) return undefined;
  const ids = lane.stage.steps;
  const from = Math.max(0, Math.min(ids.indexOf(center.step.id) - 1, ids.length - SHOWN));
  const shown = ids.slice(from, from + SHOWN).map((id) => layout.strata.find(({ step }) => step.id === id)!);
  const first = shown[0]!;
  const last = shown[shown.length - 1]!;
  const ring: Box = { x: first.x - 3, y: first.y - 3, width: first.width + 6, height: last.y + last.height - first.y + 6 };

  const x = Math.max(14, Math.min(center.x - 60, layout.width - WIDTH - 14));
  const y = bottomBetween(layout, x, x + WIDTH) + SPACE;
  const metrics = metricsOf('full');
  const strata = shown.map(
    (stratum, i): Stratum => ({ step: stratum.step, lane: stratum.lane, row: stratum.row, x: x + PAD, y: y + TITLE + i * (metrics.height + metrics.gap), width: WIDTH - 2 * PAD, height: metrics.height }),
  );
  const tie = ring.x - 6;
  const stage = cut(visibleText(lane.stage.name), 20);
  return {
    x,
    y,
    width: WIDTH,
    height: TITLE + shown.length * (metrics.height + metrics.gap) - metrics.gap + PAD,
    title: shown.length === 1 ? t('graph.lens-one', { stage, from: from + 1, of: ids.length }) : t('graph.lens-some', { stage, from: from + 1, to: from + shown.length, of: ids.length }),
    strata,
    ring,
    line: roundedPath([{ x: ring.x, y: ring.y + ring.height / 2 }, { x: tie, y: ring.y + ring.height / 2 }, { x: tie, y }]),
  };
}

/** The lowest thing that is drawn between two x. */
function bottomBetween(layout: GraphLayout, left: number, right: number): number {
  const lanes = layout.lanes.filter((lane) => lane.x + lane.width + layout.metrics.aside > left && lane.x < right).map((lane) => lane.bottom);
  const lines = layout.edges.flatMap(({ points }) => points.slice(1).flatMap((point, i) => (Math.max(point.x, points[i]!.x) > left && Math.min(point.x, points[i]!.x) < right ? [point.y] : [])));
  const plate = layout.plate !== undefined && layout.plate.x < right && layout.plate.x + layout.plate.width > left ? [layout.plate.y + layout.plate.height] : [];
  return Math.max(0, ...lanes, ...lines, ...plate);
}
