/** A build record → where everything in its graph stands. Pure and deterministic: the same record gives the same drawing. */
import type { BuildRecord, StageRecord, StepRecord } from '#engine/solver/record.ts';
import type { FileEntry } from '#engine/workspace/snapshot.ts';
import { countOf } from '#lib/ui/format.ts';
import { layoutChips } from './chips.ts';
import { layoutContext } from './context-lane.ts';
import { densityFor, metricsOf, type Density, type Metrics } from './density.ts';
import { drawLinks, linksOf, type Placed } from './edges.ts';
import type { ContextLane, Fold, GraphLayout, Lane, Stratum } from './geometry.ts';
import { mountsOf, runsOf, ticksOf } from './marks.ts';
import { orderLanes } from './lanes.ts';
import { plateOf } from './plate.ts';
import { lastStep, ranksOf } from './ranks.ts';
import { assignTracks, planRoutes } from './route.ts';
import { layoutRows } from './rows.ts';

export interface GraphInput {
  readonly record: BuildRecord;
  /** The context's files; without them there is no context lane. */
  readonly files?: readonly FileEntry[];
  /** Paths edited since the build before. */
  readonly edited?: ReadonlySet<string>;
  /** Id of the selected step, which is never folded. */
  readonly selected?: string;
  /** Pixels to fill where the drawing can; it is wider where it must. */
  readonly width?: number;
  readonly density?: Density;
  /** Number of an earlier build with the same image. */
  readonly sameImageAs?: number;
}

const MARGIN = 14;
const TOP = 58;
/** From a lane's name to its first stratum. */
const HEAD = 25;
const DEFAULT_WIDTH = 640;
/** Between two tracks of a channel. */
const TRACK = 9;

export function layoutGraph(input: GraphInput): GraphLayout {
  const { record } = input;
  const edited = input.edited ?? new Set<string>();
  const density = input.density ?? densityFor(record.steps.length);
  const metrics = metricsOf(density);
  const ranks = ranksOf(record, metrics);
  const rows = layoutRows(record, ranks, metrics, TOP, input.selected);
  const order = orderLanes(record, ranks);
  const position = new Map(order.map((stage, at) => [stage, at]));
  const laneOf = (step: StepRecord) => position.get(step.stage) ?? 0;

  const vertical = new Map<string, { readonly y: number; readonly height: number; readonly row: number }>();
  for (const step of record.steps) {
    const row = ranks.get(step.id) ?? 0;
    vertical.set(step.id, { y: rows.tops[row]!, height: rows.heights[row]!, row });
  }
  const middle = (id: string) => {
    const place = vertical.get(id);
    return place === undefined ? TOP : place.y + place.height / 2;
  };

  const bare = metrics.lines === 0;
  const available = input.width ?? DEFAULT_WIDTH;
  const contextWidth = Math.min(170, Math.max(114, available * 0.18));
  let context: ContextLane | undefined = bare
    ? undefined
    : layoutContext({ files: input.files ?? [], edited, steps: record.steps, middle, x: MARGIN, top: TOP, head: TOP - HEAD, width: contextWidth });

  // Lines are planned on heights alone; their tracks then say how wide the channels are.
  const spans = spansOf(record, vertical, metrics, rows.tops[0] ?? TOP);
  const links = linksOf(record, { laneOf, middle, top: (id) => vertical.get(id)?.y ?? TOP, context, gap: metrics.gap });
  const routes = planRoutes(links, {
    boundaries: rows.tops.map((y) => y - metrics.gap / 2),
    occupied: (lane, y) => (spans.get(order[lane]!) ?? []).some(([from, to]) => y >= from && y <= to),
  });
  const tracks = assignTracks(routes, order.length + 1);

  const chips = bare ? layoutChips({ record, files: input.files ?? [], edited, laneOf, middle }) : [];
  const channels = order.map((_, at) => {
    const room = (tracks.counts[at]! - 1) * TRACK;
    const chip = Math.max(0, ...chips.filter((entry) => entry.lane === at).map((entry) => entry.width));
    if (at > 0) return metrics.channel + Math.max(0, room) + chip;
    return context === undefined ? chip : 13 + 10 * context.brackets.length + Math.max(0, room) + 12;
  });
  const fixed = MARGIN * 2 + (context === undefined ? 0 : contextWidth) + channels.reduce((a, b) => a + b, 0) + order.length * metrics.aside;
  const laneWidth = Math.floor(Math.min(metrics.wide, Math.max(metrics.narrow, (available - fixed) / Math.max(1, order.length))));

  const laneX: number[] = [];
  let x = MARGIN + (context === undefined ? 0 : contextWidth);
  order.forEach((_, at) => {
    x += channels[at]!;
    laneX.push(Math.round(x));
    x += laneWidth + metrics.aside;
  });

  const strata: Stratum[] = record.steps.map((step) => {
    const { y, height, row } = vertical.get(step.id)!;
    const fold = rows.folds.findIndex((ids) => ids.includes(step.id));
    const lane = laneOf(step);
    return { step, lane, row, x: laneX[lane]!, y, width: fold < 0 ? laneWidth : metrics.core, height, ...(fold < 0 ? {} : { fold }) };
  });
  const byId = new Map(strata.map((stratum) => [stratum.step.id, stratum]));
  const folds: Fold[] = rows.folds.map((ids) => {
    const first = byId.get(ids[0]!)!;
    const last = byId.get(ids[ids.length - 1]!)!;
    return { lane: first.lane, steps: ids, x: first.x, y: first.y, width: laneWidth, height: last.y + last.height - first.y };
  });

  const lanes = order.map((index, at): Lane => {
    const stage = record.stages[index]!;
    const own = stage.steps.map((id) => byId.get(id)!);
    const top = own[0]?.y ?? emptyTop(record, stage, byId, metrics);
    const bottom = own.length === 0 ? top : own[own.length - 1]!.y + own[own.length - 1]!.height;
    const indent = stage.baseStage === undefined ? 0 : metrics.core / 2 + 8;
    return { stage, position: at, x: laneX[at]!, width: laneWidth, head: { x: laneX[at]! + indent, y: top - HEAD }, role: roleOf(stage, bare), top, bottom };
  });

  const placed: Placed = { record, metrics, lanes, byId, context, edited, chips: chips.map((entry) => ({ ...entry, x: laneX[entry.lane]! - 18 - entry.width })) };
  const trackX = (drop: Parameters<typeof tracks.of>[0]): number => {
    const at = drop.channel;
    const count = Math.max(1, tracks.counts[at] ?? 1);
    const right = laneX[at] ?? x + metrics.channel;
    const left = at === 0 ? Math.max(0, ...(context?.brackets.map((bracket) => bracket.x) ?? [0])) : (laneX[at - 1] ?? 0) + laneWidth + metrics.aside;
    return Math.round(left + (right - left - (count - 1) * TRACK) / 2 + tracks.of(drop) * TRACK);
  };
  const { edges, artifacts } = drawLinks(placed, routes, trackX);
  if (chips.length > 0) context = { head: { x: 0, y: 0 }, role: '', width: 0, rows: placed.chips, brackets: [] };

  const plate = plateOf(record, lanes, metrics, laneWidth, input.sameImageAs);
  const bottom = Math.max(TOP, ...lanes.map((lane) => lane.bottom), plate === undefined ? 0 : plate.y + plate.height, ...(context?.rows.map((row) => row.y + row.height) ?? []));
  return {
    width: Math.ceil(x + MARGIN),
    height: Math.ceil(bottom + MARGIN),
    density,
    metrics,
    lanes,
    strata,
    folds,
    ...(context === undefined ? {} : { context }),
    edges,
    artifacts,
    mounts: bare ? [] : mountsOf(strata, metrics),
    ticks: bare ? [] : ticksOf(lanes, byId, plate, metrics),
    runs: bare ? runsOf(lanes, byId, record.predicted, density) : [],
    ...(plate === undefined ? {} : { plate }),
  };
}

/** Heights that a line does not run through: a stage's head and its strata, unless these are cores only. Spines may be crossed. */
function spansOf(record: BuildRecord, vertical: ReadonlyMap<string, { readonly y: number; readonly height: number }>, metrics: Metrics, top: number) {
  const spans = new Map<number, (readonly [number, number])[]>();
  for (const stage of record.stages) {
    const own = stage.steps.map((id) => vertical.get(id)!);
    const first = own[0]?.y ?? top;
    spans.set(stage.index, [[first - metrics.head, first], ...(metrics.lines === 0 ? [] : own.map(({ y, height }) => [y, y + height] as const))]);
  }
  return spans;
}

/** Where the head of a stage without steps stands: below the step that it starts from. */
function emptyTop(record: BuildRecord, stage: StageRecord, byId: ReadonlyMap<string, Stratum>, metrics: Metrics): number {
  const last = lastStep(record, stage);
  const stratum = last === undefined ? undefined : byId.get(last);
  return stratum === undefined ? TOP : stratum.y + stratum.height + metrics.head + 14;
}

function roleOf(stage: StageRecord, brief: boolean): string {
  const steps = countOf(stage.steps.length, 'step');
  if (!stage.needed) return `${brief ? stage.steps.length : steps}, not needed`;
  if (stage.target) return `final, ${countOf(stage.layers, 'layer')}`;
  return brief || stage.layers > 0 ? steps : `${steps}, not in the image`;
}
