/** Walking the graph with the keyboard: down and up in a lane, right to a reader, left to what is read, files included. */
import type { Box, GraphLayout } from './geometry.ts';

/** A place that can have the focus: `step:0.5`, `file:README.md`, `lane:0`. */
export type Place = `step:${string}` | `file:${string}` | `lane:${number}`;

export type Direction = 'up' | 'down' | 'left' | 'right' | 'first' | 'last' | 'lane';

/** Keys and the way that they lead. */
export const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', Home: 'first', End: 'last', Escape: 'lane' };

/** Where a place is drawn. */
export function boxOf(layout: GraphLayout, place: Place): Box | undefined {
  const name = place.slice(place.indexOf(':') + 1);
  if (place.startsWith('step:')) return layout.strata.find(({ step }) => step.id === name);
  if (place.startsWith('file:')) return layout.context?.rows.find((row) => row.key === name);
  const lane = layout.lanes[Number(name)];
  return lane && { x: lane.x, y: lane.head.y - 14, width: lane.width, height: 36 };
}

/** Every place in the order of the text twin. */
export function placesOf(layout: GraphLayout): readonly Place[] {
  const files = layout.context?.rows.map((row): Place => `file:${row.key}`) ?? [];
  return [...files, ...layout.lanes.flatMap((lane): Place[] => [`lane:${lane.position}`, ...lane.stage.steps.map((id): Place => `step:${id}`)])];
}

/** From a place in a direction; the place itself where nothing lies there. */
export function walk(layout: GraphLayout, from: Place, direction: Direction): Place {
  const places = placesOf(layout);
  const steps = places.filter((place) => place.startsWith('step:'));
  if (direction === 'first') return steps[0] ?? from;
  if (direction === 'last') return steps[steps.length - 1] ?? from;
  const name = from.slice(from.indexOf(':') + 1);
  if (from.startsWith('file:')) return walkFile(layout, name, direction) ?? from;
  if (from.startsWith('lane:')) return walkLane(layout, Number(name), direction) ?? from;
  return walkStep(layout, name, direction) ?? from;
}

function walkFile(layout: GraphLayout, key: string, direction: Direction): Place | undefined {
  const rows = layout.context?.rows ?? [];
  const at = rows.findIndex((row) => row.key === key);
  const reader = rows[at]?.readers[0];
  if (direction === 'right') return reader === undefined ? undefined : `step:${reader}`;
  const next = direction === 'down' ? rows[at + 1] : direction === 'up' ? rows[at - 1] : undefined;
  return next === undefined ? undefined : `file:${next.key}`;
}

function walkLane(layout: GraphLayout, position: number, direction: Direction): Place | undefined {
  const lane = layout.lanes[position];
  if (direction === 'down') return lane?.stage.steps[0] === undefined ? undefined : `step:${lane.stage.steps[0]}`;
  const next = position + (direction === 'right' ? 1 : direction === 'left' ? -1 : 0);
  return next === position || layout.lanes[next] === undefined ? undefined : `lane:${next}`;
}

function walkStep(layout: GraphLayout, id: string, direction: Direction): Place | undefined {
  const stratum = layout.strata.find(({ step }) => step.id === id);
  const lane = stratum === undefined ? undefined : layout.lanes[stratum.lane];
  if (stratum === undefined || lane === undefined) return undefined;
  const at = lane.stage.steps.indexOf(id);
  if (direction === 'lane') return `lane:${lane.position}`;
  if (direction === 'up') return at === 0 ? `lane:${lane.position}` : `step:${lane.stage.steps[at - 1]!}`;
  if (direction === 'down') return lane.stage.steps[at + 1] === undefined ? undefined : `step:${lane.stage.steps[at + 1]!}`;
  const across = layout.edges.filter((edge) => edge.kind !== 'spine' && edge.kind !== 'context');
  if (direction === 'right') {
    const reader = across.find((edge) => edge.from === id && edge.kind !== 'file' && edge.to !== id)?.to;
    return reader === undefined ? beside(layout, stratum.row, lane.position + 1) : `step:${reader}`;
  }
  const source = across.find((edge) => edge.to === id && edge.kind !== 'file')?.from;
  if (source !== undefined) return `step:${source}`;
  const rows = layout.context?.rows.filter((row) => row.readers.includes(id)) ?? [];
  const row = rows.find((candidate) => candidate.edited) ?? rows[0];
  return row === undefined ? beside(layout, stratum.row, lane.position - 1) : `file:${row.key}`;
}

/** Where no line leads on: the step of the next lane that is nearest in height. */
function beside(layout: GraphLayout, row: number, position: number): Place | undefined {
  const own = layout.strata.filter((stratum) => stratum.lane === position);
  const nearest = own.reduce<(typeof own)[number] | undefined>((best, stratum) => (best === undefined || Math.abs(stratum.row - row) < Math.abs(best.row - row) ? stratum : best), undefined);
  return nearest === undefined ? undefined : `step:${nearest.step.id}`;
}
