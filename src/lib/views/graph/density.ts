/** How much a step gets to say, by the number of steps. There is no zoom between these four: text is always at its design size. */

export type Density = 'full' | 'compact' | 'overview' | 'map';

/** From the closest to the farthest. */
export const DENSITIES: readonly Density[] = ['full', 'compact', 'overview', 'map'];

/** Lengths of the drawing, in pixels. */
export interface Metrics {
  readonly density: Density;
  /** Height of a stratum, and the space to the next. */
  readonly height: number;
  readonly gap: number;
  /** Width of the core, which carries the state. */
  readonly core: number;
  /** Least and greatest width of a stratum with its text; the core alone where there is none. */
  readonly narrow: number;
  readonly wide: number;
  /** Lines of text in a stratum. */
  readonly lines: 0 | 1 | 2;
  /** Height of a lane's head, its name and its role. */
  readonly head: number;
  /** Least space between two lanes. */
  readonly channel: number;
  /** Room for a run's label right of a lane whose strata are cores only. */
  readonly aside: number;
  /** Width of a character of line 1. */
  readonly advance: number;
}

const METRICS: Readonly<Record<Density, Metrics>> = {
  full: { density: 'full', height: 50, gap: 3, core: 24, narrow: 178, wide: 248, lines: 2, head: 40, channel: 34, aside: 0, advance: 7.2 },
  compact: { density: 'compact', height: 26, gap: 3, core: 24, narrow: 208, wide: 300, lines: 1, head: 40, channel: 38, aside: 0, advance: 7.2 },
  overview: { density: 'overview', height: 11, gap: 1, core: 22, narrow: 22, wide: 22, lines: 0, head: 36, channel: 20, aside: 76, advance: 6.6 },
  map: { density: 'map', height: 4, gap: 1, core: 22, narrow: 22, wide: 22, lines: 0, head: 36, channel: 18, aside: 72, advance: 6.6 },
};

export function metricsOf(density: Density): Metrics {
  return METRICS[density];
}

/** The density that a build of so many steps is drawn in. */
export function densityFor(steps: number): Density {
  if (steps <= 12) return 'full';
  if (steps <= 40) return 'compact';
  return steps <= 150 ? 'overview' : 'map';
}
