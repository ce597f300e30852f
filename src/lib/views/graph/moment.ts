/** The graph at a moment of its build, as SVG text: lines as far as the wave is, and over everything what moves. */
import type { StepRecord } from '#engine/solver/record.ts';
import { SHIELD } from '#lib/ui/signs/sign.ts';
import type { Digits } from './digits.ts';
import type { GraphEdge, GraphLayout } from './geometry.ts';
import { pointAt } from './path.ts';
import { signMarkup } from './standalone.ts';
import { lookOf, signOf, type Look } from './strata.ts';
import type { Film, Moving, Still } from './timeline.ts';

export interface Moment {
  readonly still: Still;
  readonly moving: Moving;
  /** Of the steps whose key turns in this build. */
  readonly digits: ReadonlyMap<string, Digits>;
}

interface Over {
  readonly predicted: boolean;
  readonly moment: Moment | undefined;
}

/** The film of a build at a virtual millisecond. */
export function momentOf(film: Film, clock: number, digits: ReadonlyMap<string, Digits>): Moment {
  return { still: film.stillAt(clock), moving: film.movingAt(clock), digits };
}

export function lookOfStratum(step: StepRecord, { predicted, moment }: Over): Look {
  return moment?.still.looks.get(step.id) ?? lookOf(step, predicted);
}

/** Whether what came over a line is known. */
export function arrived(edge: string, moment: Moment | undefined): boolean {
  return moment === undefined || moment.still.edges.get(edge) === 'arrived';
}

/** What keeps a line apart from those that it crosses. */
export function haloMarkup({ kind, d, after }: GraphEdge): string {
  return kind === 'spine' || kind === 'context' ? '' : `<path class="ls-halo" d="${d}${after ?? ''}"/>`;
}

/** A line and its arrow. */
export function edgeMarkup(edge: GraphEdge, { predicted, moment }: Over): string {
  const look = moment?.still.edges.get(edge.id);
  const outcome = look === 'rest' ? 'same' : edge.outcome;
  const hot = edge.outcome === 'wave' || edge.outcome === 'stopped';
  const foreseen = hot && (predicted || look === 'foreseen' || (look === 'travelling' && edge.outcome === 'wave')) ? ' foreseen' : '';
  const after = edge.after === undefined ? '' : `<path class="ls-edge after" d="${edge.after}"/>`;
  const whole = look === 'rest' && edge.after !== undefined && edge.shield !== undefined;
  const line = whole ? `<path class="ls-edge after" d="${edge.d}L${edge.shield!.x - 4} ${edge.shield!.y}a4 4 0 0 1 4 4V${edge.shield!.y + 13}"/>` : `<path class="ls-edge ${edge.kind} ${outcome}${foreseen}" d="${edge.d}"/>`;
  return `${line}${after}${arrowMarkup(edge.arrow, outcome)}`;
}

function arrowMarkup(arrow: GraphEdge['arrow'], outcome: string): string {
  if (arrow === undefined) return '';
  const size = outcome === 'wave' ? 4.5 : 3.5;
  return `<path class="ls-arrow ${outcome}" d="M${arrow.x - 7} ${arrow.y - size}l7 ${size}-7 ${size}Z"/>`;
}

/** Where a wave stops; at a moment as much of it as is drawn. */
export function shieldMarkup({ id, shield }: GraphEdge, moment: Moment | undefined): string {
  if (shield === undefined || moment?.still.edges.get(id) === 'rest') return '';
  const moves = moment?.moving.shields.find(({ edge }) => edge === id);
  const drawn = moves === undefined || moves.drawn === 1 ? '' : ` pathLength="1" style="stroke-dasharray:1;stroke-dashoffset:${short(1 - moves.drawn)}"`;
  const bars = moves?.sign === false ? '' : `<path class="ls-shield-bars" d="${SHIELD.bars}"/>`;
  return `<g transform="translate(${shield.x - SHIELD.width / 2} ${shield.y - SHIELD.height / 2})"><path class="ls-shield" d="${SHIELD.outline}"${drawn}/>${bars}</g>`;
}

/** Cores that fill and fronts on their way, as `Motion.svelte` draws them. */
export function motionMarkup(layout: GraphLayout, moment: Moment | undefined): string {
  if (moment === undefined) return '';
  const { still, moving } = moment;
  const edges = new Map(layout.edges.map((edge) => [edge.id, edge]));
  const strata = new Map(layout.strata.map((stratum) => [stratum.step.id, stratum]));
  const fronts = moving.fronts.map(({ edge: id, share }) => {
    const edge = edges.get(id);
    if (!edge) return '';
    const { x, y } = pointAt(edge.points, share);
    return `<path class="ls-edge wave" d="${edge.d}" pathLength="1" style="stroke-dasharray:1;stroke-dashoffset:${short(1 - share)}"/><circle class="ls-front" cx="${short(x)}" cy="${short(y)}" r="4.5"/>`;
  });
  const { core } = layout.metrics;
  const cores = moving.cores.map(({ step, fill }) => {
    const stratum = strata.get(step);
    if (!stratum) return '';
    const look = still.looks.get(step) ?? 'waiting';
    const { x, y, height } = stratum;
    const sign = height < 20 ? '' : signMarkup(signOf(look), x + core / 2 - 6.5, y + height / 2 - 6.5, 13, 'ls-on-fill');
    return `<rect class="ls-fill${look === 'failed' ? ' failed' : ''}" x="${x}" y="${y}" width="${core}" height="${short(height * fill)}" rx="${Math.min(1.5, height / 4)}"/>${sign}`;
  });
  return [...fronts, ...cores].join('');
}

const short = (value: number): number => Math.round(value * 1_000) / 1_000;
