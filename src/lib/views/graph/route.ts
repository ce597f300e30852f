/**
 * Lines between lanes. A line leaves a stratum at its right, runs down in the channels between lanes and along the
 * boundaries between rows, and enters a stratum at its left. It never goes up.
 */
import type { Point } from './path.ts';

/** A line to be drawn: from the right of a stratum (or from a bracket, lane -1) to the left of another. */
export interface Link {
  readonly id: string;
  /** Lines of one bundle share their way where they can. */
  readonly bundle: string;
  readonly fromLane: number;
  /** Where it may leave: one height, or the extent of a bracket. */
  readonly fromY: readonly [least: number, most: number];
  readonly toLane: number;
  readonly toY: number;
  /** Top of the row that it leads to: the last boundary above. */
  readonly toRow: number;
}

/** A vertical piece in the channel left of lane `channel`. */
interface Drop {
  readonly channel: number;
  readonly y1: number;
  readonly y2: number;
  readonly bundle: string;
}

export interface Route {
  readonly link: Link;
  readonly start: number;
  readonly drops: readonly Drop[];
}

export interface Field {
  /** Y of the boundary above each row, from the top. */
  readonly boundaries: readonly number[];
  /** Whether a lane shows something at this height. */
  readonly occupied: (lane: number, y: number) => boolean;
}

/** Plans every line in order, so that lines of different bundles do not lie on each other between rows. */
export function planRoutes(links: readonly Link[], field: Field): readonly Route[] {
  const used: { y: number; left: number; right: number; bundle: string }[] = [];
  return links.map((link) => {
    const clamp = (y: number) => Math.min(link.fromY[1], Math.max(link.fromY[0], y));
    const left = Math.min(link.fromLane, link.toLane) + 1;
    const right = Math.max(link.fromLane, link.toLane) - 1;
    const between = Array.from({ length: Math.max(0, right - left + 1) }, (_, i) => left + i);
    const straight = clamp(link.toY);
    const taken = (y: number) => used.some((run) => run.y === y && run.bundle !== link.bundle && run.left <= right && run.right >= left);
    if (link.toLane > link.fromLane && !taken(straight) && between.every((lane) => !field.occupied(lane, straight))) {
      used.push({ y: straight, left, right, bundle: link.bundle });
      return { link, start: straight, drops: straight === link.toY ? [] : [drop(link, link.toLane, straight, link.toY)] };
    }
    const least = link.fromY[0];
    const free = field.boundaries
      .filter((y) => y > least && y <= link.toRow)
      .reverse()
      .find((y) => !taken(y));
    const y = free ?? link.toRow;
    used.push({ y, left, right, bundle: link.bundle });
    const start = clamp(y);
    const drops = [drop(link, link.toLane, y, link.toY)];
    if (start !== y) drops.unshift(drop(link, link.fromLane + 1, start, y));
    return { link, start, drops };
  });
}

function drop(link: Link, channel: number, y1: number, y2: number): Drop {
  return { channel, y1, y2, bundle: link.bundle };
}

export interface Tracks {
  /** Number of tracks in each channel. */
  readonly counts: readonly number[];
  /** Track of a drop, from the left. */
  readonly of: (drop: Drop) => number;
}

/** Gives drops that overlap in one channel tracks of their own; the line that leaves lowest runs leftmost, which crosses least. */
export function assignTracks(routes: readonly Route[], channels: number): Tracks {
  const tracks = new Map<Drop, number>();
  const counts: number[] = [];
  for (let channel = 0; channel < channels; channel++) {
    const drops = routes.flatMap((route) => route.drops.filter((drop) => drop.channel === channel)).sort((a, b) => b.y1 - a.y1 || a.y2 - b.y2);
    let count = 0;
    drops.forEach((drop, i) => {
      let track = 0;
      for (const other of drops.slice(0, i)) {
        const same = other.bundle === drop.bundle;
        if (same) track = Math.max(track, tracks.get(other)!);
        else if (other.y1 <= drop.y2 && drop.y1 <= other.y2) track = Math.max(track, tracks.get(other)! + 1);
      }
      tracks.set(drop, track);
      count = Math.max(count, track + 1);
    });
    counts.push(count);
  }
  return { counts, of: (drop) => tracks.get(drop) ?? 0 };
}

/** A route with its x positions: from `startX` through the tracks to `endX`. */
export function pointsOf(route: Route, startX: number, endX: number, trackX: (drop: Drop) => number): readonly Point[] {
  const points: Point[] = [{ x: startX, y: route.start }];
  for (const drop of route.drops) {
    const x = trackX(drop);
    points.push({ x, y: drop.y1 }, { x, y: drop.y2 });
  }
  points.push({ x: endX, y: route.link.toY });
  return points;
}
