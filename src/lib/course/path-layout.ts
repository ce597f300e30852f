/** The course as a graph: lessons in ranks below what they need, in lanes, so that few lines cross. Made when the site is built. */

/** What the layout needs of a lesson. */
export interface PathLesson {
  readonly slug: string;
  readonly order: number;
  readonly needs: readonly string[];
}

export interface PathNode {
  readonly slug: string;
  /** From 0, downward: one more than the deepest lesson it needs. */
  readonly rank: number;
  /** From 0, left to right. */
  readonly lane: number;
}

/** A line down from a lesson to one that needs it. In the gap below `from` it runs sideways on its track, from 0, downward. */
export interface PathLine {
  readonly from: PathNode;
  readonly to: PathNode;
  readonly track: number;
}

export interface PathLayout {
  readonly ranks: number;
  readonly lanes: number;
  readonly nodes: readonly PathNode[];
  readonly lines: readonly PathLine[];
  /** By rank: how many tracks its gap has. */
  readonly tracks: readonly number[];
}

type Lanes = ReadonlyMap<string, number>;
type Edge = readonly [from: string, to: string];

export function pathLayout(lessons: readonly PathLesson[]): PathLayout {
  const bySlug = new Map(lessons.map((lesson) => [lesson.slug, lesson]));
  const rankOf = ranksOf(bySlug);
  const ranks = Array.from({ length: Math.max(0, ...rankOf.values()) + 1 }, (_, rank) => lessons.filter(({ slug }) => rankOf.get(slug) === rank).sort((a, b) => a.order - b.order).map(({ slug }) => slug));
  const edges = directEdges(bySlug);
  const width = Math.max(1, ...ranks.map(({ length }) => length));
  const lanes = settled(ranks, edges, width);
  const nodes = new Map(ranks.flatMap((slugs, rank) => slugs.map((slug) => [slug, { slug, rank, lane: lanes.get(slug)! }])));
  const lines = withTracks(edges.map(([from, to]) => ({ from: nodes.get(from)!, to: nodes.get(to)! })));
  const tracks = ranks.map((_, rank) => 1 + Math.max(-1, ...lines.filter(({ from }) => from.rank === rank).map(({ track }) => track)));
  return { ranks: ranks.length, lanes: width, nodes: [...nodes.values()], lines, tracks };
}

/** The longest way to each lesson. Needs that lead in a circle, or to no lesson, count for nothing. */
function ranksOf(lessons: ReadonlyMap<string, PathLesson>): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const rank = (slug: string, above: readonly string[]): number => {
    const known = ranks.get(slug);
    if (known !== undefined) return known;
    const needs = (lessons.get(slug)?.needs ?? []).filter((need) => lessons.has(need) && need !== slug && !above.includes(need));
    const found = Math.max(-1, ...needs.map((need) => rank(need, [...above, slug]))) + 1;
    ranks.set(slug, found);
    return found;
  };
  for (const slug of lessons.keys()) rank(slug, []);
  return ranks;
}

/** Needs that are not implied by other needs. */
function directEdges(lessons: ReadonlyMap<string, PathLesson>): readonly Edge[] {
  const ranks = ranksOf(lessons);
  const needs = (slug: string) => (lessons.get(slug)?.needs ?? []).filter((need) => lessons.has(need) && ranks.get(need)! < ranks.get(slug)!);
  const reaches = (from: string, to: string): boolean => needs(from).some((need) => need === to || reaches(need, to));
  return [...lessons.keys()].flatMap((slug) => needs(slug).filter((need) => !needs(slug).some((other) => other !== need && reaches(other, need))).map((need): Edge => [need, slug]));
}

/** Lanes rank by rank: each in turn takes the places that cross least and lie nearest, until none wants to move. Begun from every order of the widest rank. */
function settled(ranks: readonly (readonly string[])[], edges: readonly Edge[], width: number): Lanes {
  const widest = ranks.reduce((best, rank, at) => (rank.length > ranks[best]!.length ? at : best), 0);
  const starts = placings(ranks[widest] ?? [], width);
  let best: { readonly lanes: Lanes; readonly cost: number } | undefined;
  for (const start of starts) {
    let lanes: Lanes = new Map([...ranks.flatMap((rank) => rank.map((slug, at): [string, number] => [slug, at])), ...start]);
    let cost = costOf(lanes, edges);
    for (let before = Infinity; cost < before; ) {
      before = cost;
      ranks.forEach((rank, at) => {
        if (at === widest) return;
        for (const places of placings(rank, width)) {
          const moved = new Map([...lanes, ...places]);
          const then = costOf(moved, edges);
          if (then < cost) [lanes, cost] = [moved, then];
        }
      });
    }
    if (!best || cost < best.cost) best = { lanes, cost };
  }
  return best?.lanes ?? new Map();
}

/** A crossing costs more than any way sideways. */
function costOf(lanes: Lanes, edges: readonly Edge[]): number {
  const ends = edges.map(([from, to]) => [from, to, lanes.get(from)!, lanes.get(to)!] as const);
  let cost = 0;
  ends.forEach(([from, to, a, b], at) => {
    cost += Math.abs(a - b);
    for (const [otherFrom, otherTo, c, d] of ends.slice(at + 1)) if (from !== otherFrom && to !== otherTo && (a - c) * (b - d) < 0) cost += 20;
  });
  return cost;
}

/** All ways to put lessons on lanes, one on each; the order as given where there would be too many. */
function placings(slugs: readonly string[], width: number): readonly (readonly [string, number])[][] {
  if (slugs.length > 6 || width > 7) return [slugs.map((slug, at): [string, number] => [slug, at])];
  const place = (at: number, taken: readonly number[]): [string, number][][] => {
    const slug = slugs[at];
    if (slug === undefined) return [[]];
    return Array.from({ length: width }, (_, lane) => lane).filter((lane) => !taken.includes(lane)).flatMap((lane) => place(at + 1, [...taken, lane]).map((rest): [string, number][] => [[slug, lane], ...rest]));
  };
  return place(0, []);
}

/**
 * Each lesson's lines share a track. Where two lessons' tracks meet, the one that ends above the other's way down lies above it: so a
 * line comes down before another arrives.
 */
function withTracks(lines: readonly Omit<PathLine, 'track'>[]): readonly PathLine[] {
  const track = new Map<string, number>();
  for (const rank of new Set(lines.map(({ from }) => from.rank))) {
    const sources = [...new Set(lines.filter(({ from, to }) => from.rank === rank && from.lane !== to.lane).map(({ from }) => from.slug))].map((slug) => {
      const own = lines.filter(({ from }) => from.slug === slug);
      const sides = own.flatMap(({ from, to }) => [from.lane, to.lane]);
      return { slug, lane: own[0]!.from.lane, low: Math.min(...sides), high: Math.max(...sides), ends: own.map(({ to }) => to.lane) };
    });
    type Source = (typeof sources)[number];
    const meet = (a: Source, b: Source) => a.low <= b.high && b.low <= a.high;
    // `a` is above `b` where `b` ends on the way down of `a`.
    const isAbove = (a: Source, b: Source) => b.ends.includes(a.lane) && !a.ends.includes(b.lane);
    for (const source of [...sources].sort((a, b) => (isAbove(a, b) ? -1 : isAbove(b, a) ? 1 : a.lane - b.lane))) {
      const taken = sources.filter((other) => track.has(other.slug) && meet(source, other)).map(({ slug }) => track.get(slug)!);
      track.set(source.slug, Math.max(-1, ...taken) + 1);
    }
  }
  return lines.map((line) => ({ ...line, track: line.from.lane === line.to.lane ? 0 : (track.get(line.from.slug) ?? 0) }));
}
