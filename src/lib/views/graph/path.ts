/** Lines of the graph: right-angled polylines with rounded corners. */
import { pathRound } from 'd3';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Radius of a corner, where there is room for it. */
const RADIUS = 6;

/** A polyline → SVG path data, each corner rounded by at most `radius` and by half of the shorter leg. */
export function roundedPath(points: readonly Point[], radius = RADIUS): string {
  const line = simplify(points);
  const first = line[0];
  if (first === undefined) return '';
  const d = pathRound(2);
  d.moveTo(first.x, first.y);
  for (let i = 1; i < line.length; i++) {
    const here = line[i]!;
    const next = line[i + 1];
    if (next === undefined) d.lineTo(here.x, here.y);
    else d.arcTo(here.x, here.y, next.x, next.y, Math.min(radius, distance(line[i - 1]!, here) / 2, distance(here, next) / 2));
  }
  return d.toString();
}

/** Leaves out repeated points and points on the straight line between their neighbours. */
export function simplify(points: readonly Point[]): readonly Point[] {
  const line: Point[] = [];
  for (const point of points) {
    const last = line[line.length - 1];
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const before = line[line.length - 2];
    if (last !== undefined && before !== undefined && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))) line.pop();
    line.push(point);
  }
  return line;
}

/** Length of a polyline. */
export function lengthOf(points: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++) sum += distance(points[i - 1]!, points[i]!);
  return sum;
}

/** The point at a share (0 to 1) of a polyline's length. */
export function pointAt(points: readonly Point[], share: number): Point {
  let left = lengthOf(points) * Math.min(1, Math.max(0, share));
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]!;
    const b = points[i]!;
    const leg = distance(a, b);
    if (left <= leg && leg > 0) return { x: a.x + ((b.x - a.x) * left) / leg, y: a.y + ((b.y - a.y) * left) / leg };
    left -= leg;
  }
  return points[points.length - 1] ?? { x: 0, y: 0 };
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** How often lines of different sources and ends cross each other: what the order of lanes keeps low. */
export function countCrossings(lines: readonly (readonly Point[])[]): number {
  let count = 0;
  for (let i = 0; i < lines.length; i++) {
    for (let j = i + 1; j < lines.length; j++) {
      for (let a = 1; a < lines[i]!.length; a++) {
        for (let b = 1; b < lines[j]!.length; b++) if (crosses(lines[i]![a - 1]!, lines[i]![a]!, lines[j]![b - 1]!, lines[j]![b]!)) count++;
      }
    }
  }
  return count;
}

/** Whether a horizontal and a vertical leg cross inside both; touching ends do not count. */
function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  const flat = a.y === b.y;
  if (flat === (c.y === d.y)) return false;
  const [h1, h2, v1, v2] = flat ? [a, b, c, d] : [c, d, a, b];
  const inside = (value: number, one: number, other: number) => value > Math.min(one, other) && value < Math.max(one, other);
  return inside(v1.x, h1.x, h2.x) && inside(h1.y, v1.y, v2.y);
}
