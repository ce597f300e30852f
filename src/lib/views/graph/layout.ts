/** A build record → where everything in its graph stands. Pure and deterministic: the same record gives the same drawing. */
import type { BuildRecord, StageRecord, StepRecord } from '#engine/solver/record.ts';
import type { FileEntry } from '#engine/workspace/snapshot.ts';
import { layoutChips } from './chips.ts';
import { layoutColumns, roomFor } from './columns.ts';
import { layoutContext } from './context-lane.ts';
import { closer, densityFor, metricsOf, type Density, type Metrics } from './density.ts';
import { drawLinks, linksOf, type Placed } from './edges.ts';
import { gather, gatheredStages } from './gathered.ts';
import type { ContextLane, Fold, GraphLayout, Lane, Stratum } from './geometry.ts';
import { orderLanes } from './lanes.ts';
import { mountsOf, runsOf, ticksOf } from './marks.ts';
import { plateOf } from './plate.ts';
import { lastStep, ranksOf } from './ranks.ts';
import { headName, roleOf } from './roles.ts';
import { assignTracks, planRoutes } from './route.ts';
import { layoutRows } from './rows.ts';
import { stopNotes } from './stop-notes.ts';

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
  /** Indexes of stages that are drawn as their cores alone. */
  readonly collapsed?: ReadonlySet<number>;
  /** Ids of cache mounts that an earlier build has filled. */
  readonly warm?: ReadonlySet<string>;
  /** In the proportions of a projector, where it is drawn larger: see `projectorScale`. */
  readonly projector?: boolean;
}

const TOP = 58;
/** From a lane's name to its first stratum. */
const HEAD = 25;
const DEFAULT_WIDTH = 640;
/** Between the target and what is gathered right of it: its image is wider than its lane. */
const PLATE_ROOM = 100;
/** Width of the button in a lane's head. */
const CARET = 20;

export function layoutGraph(input: GraphInput): GraphLayout {
  const { record } = input;
  const edited = input.edited ?? new Set<string>();
  const density = input.density ?? densityFor(record.steps.length);
  const available = input.width ?? DEFAULT_WIDTH;
  const metrics = closer(metricsOf(density, input.projector), record.stages.length, available);
  const bare = metrics.lines === 0;
  const collapsed = bare ? new Set<number>() : (input.collapsed ?? new Set<number>());
  const ranks = ranksOf(record, metrics);
  const rows = layoutRows(record, ranks, metrics, TOP, { ...(input.selected !== undefined && { selected: input.selected }), collapsed });
  const gathered = gatheredStages(record, metrics);
  const ordered = orderLanes(record, ranks);
  const columns = [...ordered.filter((stage) => !gathered.has(stage)).map((stage) => [stage]), ...(gathered.size > 0 ? [[...gathered]] : [])];
  const order = columns.flat();
  const column = new Map(columns.flatMap((stages, at) => stages.map((stage) => [stage, at] as const)));
  const columnOf = (step: StepRecord) => column.get(step.stage) ?? 0;
  const position = new Map(order.map((stage, at) => [stage, at]));

  const blocks = gather(record, gathered, metrics, TOP);
  const vertical = new Map<string, { readonly y: number; readonly height: number; readonly row: number }>();
  for (const step of record.steps) {
    const row = ranks.get(step.id) ?? 0;
    vertical.set(step.id, { ...(blocks.get(step.stage) ?? { y: rows.tops[row]!, height: rows.heights[row]! }), row });
  }
  const middle = (id: string) => {
    const place = vertical.get(id);
    return place === undefined ? TOP : place.y + place.height / 2;
  };

  const request = { record, columns, metrics, available, collapsed };
  const room = roomFor(request);
  let context: ContextLane | undefined = bare
    ? undefined
    : layoutContext({ files: input.files ?? [], edited, steps: record.steps, middle, x: room.margin, top: TOP, head: TOP - HEAD, width: room.context });

  // Lines are planned on heights alone; their tracks then say how wide the channels are.
  const spans = spansOf(record, vertical, metrics, rows.tops[0] ?? TOP);
  const links = linksOf(record, { laneOf: columnOf, middle, top: (id) => vertical.get(id)?.y ?? TOP, context, gap: metrics.gap }, gathered);
  const routes = planRoutes(links, {
    boundaries: rows.tops.map((y) => y - metrics.gap / 2),
    occupied: (at, y) => columns[at]!.some((stage) => (spans.get(stage) ?? []).some(([from, to]) => y >= from && y <= to)),
  });
  const tracks = assignTracks(routes, columns.length + 1);
  const chips = bare ? layoutChips({ record, files: input.files ?? [], edited, laneOf: columnOf, middle }) : [];
  const chipRoom = columns.map((stages, at) => chips.reduce((most, chip) => (chip.lane === at ? Math.max(most, chip.width) : most), stages.some((stage) => gathered.has(stage)) ? PLATE_ROOM : 0));
  const across = layoutColumns(request, room, context, tracks, chipRoom);

  const foldOf = new Map(rows.folds.flatMap((ids, fold) => ids.map((id) => [id, fold] as const)));
  for (const stage of gathered) for (const id of record.stages[stage]!.steps) foldOf.set(id, rows.folds.length + [...gathered].indexOf(stage));
  const strata: Stratum[] = record.steps.map((step) => {
    const { y, height, row } = vertical.get(step.id)!;
    const fold = foldOf.get(step.id);
    const at = columnOf(step);
    const core = fold !== undefined || collapsed.has(step.stage);
    return { step, lane: position.get(step.stage) ?? 0, row, x: across.x[at]!, y, width: core ? metrics.core : across.width[at]!, height, ...(core && { core }), ...(fold !== undefined && { fold }) };
  });
  const byId = new Map(strata.map((stratum) => [stratum.step.id, stratum]));
  const folds: Fold[] = [...rows.folds, ...[...gathered].map((stage) => record.stages[stage]!.steps)].flatMap((ids) => {
    const first = byId.get(ids[0] ?? '');
    const last = byId.get(ids[ids.length - 1] ?? '');
    if (first === undefined || last === undefined) return [];
    return [{ lane: first.lane, steps: ids, x: first.x, y: first.y, width: across.width[columnOf(first.step)]!, height: last.y + last.height - first.y }];
  });

  const lanes = order.map((index, at): Lane => {
    const stage = record.stages[index]!;
    const nth = column.get(index)!;
    const [x, width] = [across.x[nth]!, across.width[nth]!];
    const own = stage.steps.map((id) => byId.get(id)!);
    const top = blocks.get(index)?.y ?? own[0]?.y ?? emptyTop(record, stage, byId, metrics);
    const bottom = own.length === 0 ? top : own[own.length - 1]!.y + own[own.length - 1]!.height;
    const indent = stage.baseStage === undefined || gathered.has(index) ? 0 : metrics.core / 2 + 8;
    const free = bare ? width + across.aside[nth]! + metrics.channel - 4 : width + across.aside[nth]! - indent;
    const shut = collapsed.has(index);
    return {
      stage,
      position: at,
      x,
      width,
      head: { x: x + indent, y: top - HEAD },
      name: headName(stage, free - (bare || stage.steps.length === 0 ? 0 : CARET)),
      role: roleOf(stage, free + (bare ? 0 : room.channel - 8)),
      top,
      bottom,
      ...(bare || stage.steps.length === 0 ? {} : { caret: { x: x + width + (shut ? across.aside[nth]! : 0) - CARET + 4, y: top - HEAD - 12 }, shut }),
    };
  });

  const placed: Placed = { record, metrics, lanes, byId, context, edited, gathered, chips: chips.map((entry) => ({ ...entry, x: across.x[entry.lane]! - 18 - entry.width })) };
  const { edges, artifacts } = drawLinks(placed, routes, (drop) => across.track(drop.channel, tracks.of(drop)));
  if (chips.length > 0) context = { head: { x: 0, y: 0 }, role: '', width: 0, rows: placed.chips, brackets: [] };

  const plate = plateOf(record, lanes, strata, metrics, input.sameImageAs);
  const runs = runsOf(lanes, byId, record.predicted, metrics);
  const drawing = {
    density,
    metrics,
    lanes,
    strata,
    folds,
    ...(context === undefined ? {} : { context }),
    edges,
    mounts: bare ? [] : mountsOf(strata, metrics, input.warm),
    ticks: bare ? [] : ticksOf(lanes, byId, plate, metrics),
    runs,
    ...(plate === undefined ? {} : { plate }),
  };
  const heads = bare ? lanes.reduce((most, { head, role }) => Math.max(most, head.x + role.length * 5.6), 0) : 0;
  const marks = drawing.mounts.reduce((most, { at }) => Math.max(most, at.x + MOUNT), 0);
  const right = Math.max(Math.max(across.end, heads, plate === undefined ? 0 : plate.x + plate.width) + room.margin, marks);
  const bottom = Math.max(TOP, ...lanes.map((lane) => lane.bottom), plate === undefined ? 0 : plate.y + plate.height, ...(context?.rows.map((row) => row.y + row.height) ?? []));
  return { ...drawing, width: Math.ceil(right), height: Math.ceil(bottom + 14), artifacts: [...artifacts, ...stopNotes(drawing, artifacts, record.predicted, right)] };
}

/** Pixels that the mark of a mount is drawn in, right of its stratum. */
const MOUNT = 22;

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
