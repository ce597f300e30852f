/** How much a step gets to say, by the number of steps. There is no zoom between these four: text is always at its design size. */
import { t } from '#messages/index.ts';

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
  /** Least width of a stratum with its text, the least that is comfortable, and the greatest; the core alone where there is no text. */
  readonly least: number;
  readonly narrow: number;
  readonly wide: number;
  /** Lines of text in a stratum. */
  readonly lines: 0 | 1 | 2;
  /** Height of a lane's head, its name and its role. */
  readonly head: number;
  /** Least space between two lanes. */
  readonly channel: number;
  /** The same where room is short. */
  readonly strait: number;
  /** Room for a run's label right of a lane whose strata are cores only. */
  readonly aside: number;
  /** Width of a character of line 1. */
  readonly advance: number;
}

const METRICS: Readonly<Record<Density, Metrics>> = {
  full: { density: 'full', height: 50, gap: 3, core: 24, least: 96, narrow: 178, wide: 300, lines: 2, head: 40, channel: 34, strait: 20, aside: 0, advance: 7.2 },
  compact: { density: 'compact', height: 26, gap: 3, core: 24, least: 96, narrow: 208, wide: 300, lines: 1, head: 40, channel: 38, strait: 20, aside: 0, advance: 7.2 },
  overview: { density: 'overview', height: 11, gap: 1, core: 22, least: 22, narrow: 22, wide: 22, lines: 0, head: 36, channel: 20, strait: 20, aside: 76, advance: 6.6 },
  map: { density: 'map', height: 4, gap: 1, core: 22, least: 22, narrow: 22, wide: 22, lines: 0, head: 36, channel: 18, strait: 18, aside: 72, advance: 6.6 },
};

/** What a projector changes: all is drawn larger, and strata are lower and wider in turn, so that as many of them are seen. */
const PROJECTOR = { height: 38, gap: 2, core: 22, narrow: 208, wide: 340 } as const;

/** The map where its lanes have less room than they ask for: runs say their number alone. */
const CLOSE_MAP = { aside: 34, channel: 12, strait: 12 } as const;

/** The map, closer where so many lanes do not fit into so many pixels. */
export function closer(metrics: Metrics, lanes: number, available: number): Metrics {
  const needed = lanes * (metrics.core + metrics.aside + metrics.channel);
  return metrics.density === 'map' && needed > available ? { ...metrics, ...CLOSE_MAP } : metrics;
}

export function metricsOf(density: Density, projector = false): Metrics {
  const metrics = METRICS[density];
  return projector && metrics.lines === 2 ? { ...metrics, ...PROJECTOR } : metrics;
}

/** The density that a build of so many steps is drawn in. */
export function densityFor(steps: number): Density {
  if (steps <= 12) return 'full';
  if (steps <= 40) return 'compact';
  return steps <= 150 ? 'overview' : 'map';
}

/** A zoom by its name. */
export function densityWord(density: Density): string {
  const words = { full: t('graph.zoom-full'), compact: t('graph.zoom-compact'), overview: t('graph.zoom-overview'), map: t('graph.zoom-map') };
  return words[density];
}
