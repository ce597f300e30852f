/** The lines of the graph: what leads from where to where, how it turned out, and its path. */
import type { BuildRecord, StepRecord } from '#engine/solver/record.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { t } from '#messages/index.ts';
import type { Metrics } from './density.ts';
import type { Artifact, ContextLane, EdgeKind, EdgeOutcome, FileRow, GraphEdge, Lane, Stratum } from './geometry.ts';
import { shortenPath } from './label.ts';
import { roundedPath, type Point } from './path.ts';
import { lanesRead, lastStep } from './ranks.ts';
import { contextPaths } from './reads.ts';
import { pointsOf, type Link, type Route } from './route.ts';

/** Space for the arrow head before a stratum. */
const ARROW = 4;

interface Heights {
  readonly laneOf: (step: StepRecord) => number;
  readonly middle: (step: string) => number;
  readonly top: (step: string) => number;
  readonly context: ContextLane | undefined;
  readonly gap: number;
}

/** Everything that needs a way between lanes: copies and binds of other lanes, and what brackets lead to. */
export function linksOf(record: BuildRecord, heights: Heights, gathered: ReadonlySet<number> = new Set()): readonly Link[] {
  const byId = new Map(record.steps.map((step) => [step.id, step]));
  const links: Link[] = [];
  const known = new Set<string>();
  for (const step of record.steps) {
    if (gathered.has(step.stage)) continue;
    const toLane = heights.laneOf(step);
    const end = { toLane, toY: heights.middle(step.id), toRow: heights.top(step.id) - heights.gap / 2 };
    heights.context?.brackets.forEach((bracket, i) => {
      if (bracket.steps.includes(step.id)) {
        links.push({ id: `context:${step.id}`, bundle: `context:${i}`, fromLane: -1, fromY: [bracket.top, bracket.bottom], ...end });
      }
    });
    for (const { from, kind } of lanesRead(step)) {
      const source = byId.get(from);
      const id = `${kind}:${from}>${step.id}`;
      if (source === undefined || gathered.has(source.stage) || known.has(id)) continue;
      known.add(id);
      const y = heights.middle(from);
      const bundle = `${from}:${outcomeOf(source, step, kind)}`;
      links.push({ id, bundle, fromLane: heights.laneOf(source), fromY: [y, y], ...end });
    }
  }
  return links;
}

/** How a line turned out, from what became of its two ends. */
export function outcomeOf(from: StepRecord, to: StepRecord, kind: EdgeKind): EdgeOutcome {
  if (from.state === 'not-needed' || to.state === 'not-needed') return 'unneeded';
  if (from.state === 'rebuilt' && (to.state === 'rebuilt' || to.state === 'failed')) return 'wave';
  if (from.state === 'rebuilt' && to.state === 'cached' && (kind === 'copy' || kind === 'bind')) return 'stopped';
  return from.state === 'cached' && to.state === 'cached' ? 'same' : 'rest';
}

/** What is already placed when lines are drawn. */
export interface Placed {
  readonly record: BuildRecord;
  readonly metrics: Metrics;
  readonly lanes: readonly Lane[];
  readonly byId: ReadonlyMap<string, Stratum>;
  readonly context: ContextLane | undefined;
  readonly edited: ReadonlySet<string>;
  readonly chips: readonly FileRow[];
  /** Stages that stand apart, without lines. */
  readonly gathered: ReadonlySet<number>;
}

type TrackX = Parameters<typeof pointsOf>[3];

/** Placed strata and planned routes → edges in drawing order, the ones that carry a wave last. */
export function drawLinks(placed: Placed, routes: readonly Route[], trackX: TrackX): { readonly edges: readonly GraphEdge[]; readonly artifacts: readonly Artifact[] } {
  const edges: GraphEdge[] = [...spines(placed), ...stageLines(placed)];
  const artifacts: Artifact[] = [];
  for (const route of routes) {
    const to = placed.byId.get(route.link.id.slice(route.link.id.search(/[:>][^:>]*$/) + 1))!;
    const end = to.x - ARROW;
    if (route.link.fromLane < 0) edges.push(...contextLines(placed, route, to, end, trackX));
    else {
      const edge = copyLine(placed, route, to, end, trackX);
      edges.push(edge);
      const artifact = artifactOf(placed, edge, to);
      if (artifact !== undefined) artifacts.push(artifact);
    }
  }
  for (const chip of placed.chips) {
    const to = placed.byId.get(chip.readers[0]!)!;
    const y = to.y + to.height / 2;
    const points = [{ x: chip.x + chip.width, y: chip.y + chip.height / 2 }, { x: to.x - 11, y: chip.y + chip.height / 2 }, { x: to.x - 11, y }, { x: to.x - ARROW, y }];
    edges.push(finish({ id: `file:${chip.path}>${to.step.id}`, kind: 'file', from: chip.path, to: to.step.id, points, outcome: carries(to.step) }));
  }
  const weight = (edge: GraphEdge) => (edge.outcome === 'wave' || edge.outcome === 'stopped' ? 1 : 0);
  return { edges: edges.sort((a, b) => weight(a) - weight(b)), artifacts };
}

function carries(step: StepRecord): EdgeOutcome {
  return step.state === 'rebuilt' || step.state === 'failed' ? 'wave' : step.state === 'not-needed' ? 'unneeded' : 'rest';
}

function finish(edge: Omit<GraphEdge, 'd'>, arrow = true): GraphEdge {
  const tip = edge.points[edge.points.length - 1]!;
  return { ...edge, d: roundedPath(edge.points), ...(arrow ? { arrow: { x: tip.x + ARROW - 1, y: tip.y } } : {}) };
}

/** Spines: only where strata of a lane do not touch. */
function spines({ metrics, lanes, byId, gathered }: Placed): readonly GraphEdge[] {
  return lanes.flatMap((lane) => {
    if (gathered.has(lane.stage.index)) return [];
    const own = lane.stage.steps.map((id) => byId.get(id)!);
    return own.slice(1).flatMap((to, i) => {
      const from = own[i]!;
      const x = lane.x + metrics.core / 2;
      const points = [{ x, y: from.y + from.height }, { x, y: to.y }];
      if (to.row === from.row + 1) return [];
      return [finish({ id: `spine:${to.step.id}`, kind: 'spine', from: from.step.id, to: to.step.id, points, outcome: outcomeOf(from.step, to.step, 'spine') }, false)];
    });
  });
}

/** FROM of another stage: down out of its last stratum, one elbow, down into the first. */
function stageLines({ record, metrics, lanes, byId, gathered }: Placed): readonly GraphEdge[] {
  return lanes.flatMap((lane) => {
    if (gathered.has(lane.stage.index)) return [];
    const base = lane.stage.baseStage === undefined ? undefined : record.stages[lane.stage.baseStage];
    const last = base === undefined ? undefined : lastStep(record, base);
    const from = last === undefined ? undefined : byId.get(last);
    if (from === undefined || gathered.has(from.step.stage)) return [];
    const to = lane.stage.steps[0] === undefined ? undefined : byId.get(lane.stage.steps[0]);
    const start = { x: from.x + metrics.core / 2, y: from.y + from.height };
    const end = { x: lane.x + metrics.core / 2, y: to?.y ?? lane.top };
    const elbow = start.y + (metrics.lines === 0 ? 6 : 12);
    const points: Point[] = [start, { x: start.x, y: elbow }, { x: end.x, y: elbow }, end];
    const outcome = to === undefined ? (lane.stage.needed ? 'rest' : 'unneeded') : outcomeOf(from.step, to.step, 'stage');
    return [finish({ id: `stage:${lane.stage.index}`, kind: 'stage', from: from.step.id, to: to?.step.id ?? from.step.id, points, outcome }, false)];
  });
}

/** The dotted lead of a bracket, and over it one line for each edited row that its step reads. */
function contextLines(placed: Placed, route: Route, to: Stratum, end: number, trackX: TrackX): readonly GraphEdge[] {
  const context = placed.context!;
  const bracket = context.brackets.find((candidate) => candidate.steps.includes(to.step.id))!;
  const lead = pointsOf(route, bracket.x, end, trackX);
  const mount = to.step.reads.some((read) => read.kind === 'context' && read.mount && contextPaths([read]).length > 0);
  const edges = [finish({ id: route.link.id, kind: mount ? 'bind' : 'context', to: to.step.id, points: lead, outcome: to.step.state === 'not-needed' ? 'unneeded' : 'rest' }, false)];
  for (const row of context.rows) {
    if (!row.edited || !row.readers.includes(to.step.id)) continue;
    const y = row.y + row.height / 2;
    const points = [{ x: row.x + row.width, y }, { x: bracket.x, y }, ...lead];
    edges.push(finish({ id: `file:${row.path}>${to.step.id}`, kind: 'file', from: row.path, to: to.step.id, points, outcome: carries(to.step) }));
  }
  return edges;
}

/** A copy or a bind from another lane; where a wave stops it is cut in two by the shield. */
function copyLine({ byId, metrics }: Placed, route: Route, to: Stratum, end: number, trackX: TrackX): GraphEdge {
  const kind: EdgeKind = route.link.id.startsWith('bind') ? 'bind' : 'copy';
  const from = byId.get(route.link.id.slice(kind.length + 1, route.link.id.indexOf('>')))!;
  const points = pointsOf(route, from.x + from.width, end, trackX);
  const outcome = outcomeOf(from.step, to.step, kind);
  const edge = finish({ id: route.link.id, kind, from: from.step.id, to: to.step.id, points, outcome });
  if (outcome !== 'stopped') return edge;
  const shield = points[1] ?? points[0]!;
  const reach = metrics.lines === 0 ? 9 : 13;
  return {
    ...edge,
    points: [points[0]!, { x: shield.x - reach + 2, y: shield.y }],
    d: roundedPath([points[0]!, { x: shield.x - reach + 2, y: shield.y }]),
    shield,
    after: roundedPath(points.length > 2 ? [{ x: shield.x, y: shield.y + reach }, ...points.slice(2)] : [{ x: shield.x + reach, y: shield.y }, ...points.slice(1)]),
  };
}

/** What a copy reads is written over the step, where the lane has room above it. */
function artifactOf({ record, metrics, lanes, byId }: Placed, edge: GraphEdge, to: Stratum): Artifact | undefined {
  if (metrics.lines !== 2 || edge.outcome === 'unneeded') return undefined;
  const lane = lanes[to.lane]!;
  const above = lane.stage.steps.map((id) => byId.get(id)!).filter((stratum) => stratum.row < to.row);
  const last = above[above.length - 1];
  if (last === undefined || to.y - last.y - last.height < 50) return undefined;
  const room = lane.width - metrics.core - 9 + 14;
  if (room < 56) return undefined;
  const whole = lanesRead(to.step).find((read) => read.from === edge.from)?.path ?? '';
  const path = shortenPath(visibleText(whole), Math.floor(room / 6.9));
  const at = { x: to.x + metrics.core + 9, y: to.y - 33 };
  const fitting = (long: string, brief: string) => (long.length * 5.7 <= room ? long : brief);
  if (edge.outcome === 'stopped') return { at, path, says: fitting(record.predicted ? t('graph.bytes-will-be-same') : t('graph.bytes-same'), t('graph.bytes-same-brief')), tone: 'cached', edge: edge.id };
  if (edge.outcome === 'wave') return { at, path, says: fitting(record.predicted ? t('graph.bytes-will-differ') : t('graph.bytes-differ'), t('graph.bytes-differ-brief')), tone: 'rebuilt', edge: edge.id };
  return { at, path, says: '', tone: 'quiet', edge: edge.id };
}
