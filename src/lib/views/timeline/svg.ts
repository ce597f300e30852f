/** The timeline as a picture: a standalone SVG text made from the layout of the live one, without a DOM. */
import { t } from '#messages/index.ts';
import { framed } from '#lib/views/frame.ts';
import { escape, signMarkup, type Look } from '#lib/views/graph/standalone.ts';
import { cut } from '#lib/views/graph/label.ts';
import { BAR, placeLabels, ROW, type LabelPlace } from './labels.ts';
import type { Bar, Lane, Timeline } from './layout.ts';
import { barTransfer } from './sentence.ts';

export interface TimelineSvgOptions extends Look {
  /** Spoken name: `<title>`. What it shows, in words, is its `<desc>`. */
  readonly title: string;
  /** Pixels. */
  readonly width: number;
  /** Distinguishes ids when several pictures stand in one page. */
  readonly id?: string;
}

const MARGIN = 14;
/** Width of the lanes' names, and height of the axis. */
const NAMES = 120;
const AXIS = 26;
const ADVANCE = 7.2;

/** Lanes over virtual time → SVG text. It needs `graph.css` and the tokens, as the graph does. */
export function timelineSvg(timeline: Timeline, options: TimelineSvgOptions): string {
  const id = options.id ?? 'lt';
  const inner = Math.max(120, options.width - NAMES - 2 * MARGIN);
  let y = AXIS + MARGIN;
  const lanes = timeline.lanes.map((lane) => {
    const markup = laneMarkup(lane, y, inner, id);
    y += lane.rows * ROW;
    return markup;
  });
  const height = y + ROW + MARGIN;
  const x = MARGIN + NAMES;
  const ticks = timeline.ticks.map(({ at, label }) => `<path class="ls-axis" d="M${x + at * inner} ${AXIS}V${y}"/><text x="${x + at * inner}" y="${AXIS - 8}" text-anchor="${at < 0.02 ? 'start' : at > 0.98 ? 'end' : 'middle'}">${escape(label)}</text>`);
  const path = timeline.path.map(({ from, to, waiting }) => `<path class="ls-tie"${waiting ? ' stroke-dasharray="2 3"' : ''} d="M${x + from * inner} ${y + ROW / 2}H${x + to * inner}"/>`);
  const description = t('timeline.svg-desc', { lanes: timeline.lanes.length, sentence: timeline.sentence });
  return framed({ ...options, id, description, height }, [
    `<defs><pattern id="${id}-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--rebuilt-tint)"/><rect width="2" height="5" fill="var(--rebuilt-fill)" opacity=".75"/></pattern></defs>`,
    ...ticks,
    ...lanes,
    `<text x="${MARGIN}" y="${y + ROW / 2 + 4}">${escape(t('timeline.critical-path'))}</text>`,
    ...path,
  ]);
}

function laneMarkup(lane: Lane, top: number, inner: number, id: string): string {
  const name = `<text class="${lane.stage ? 'ls-lane' : ''}" x="${MARGIN}" y="${top + ROW / 2 + 4}">${escape(cut(lane.name, 16))}</text>`;
  const x = MARGIN + NAMES;
  const places = placeLabels(lane, inner);
  const bars = [...lane.bars.map((bar) => waitMarkup(bar, top, inner)), ...lane.bars.map((bar) => barMarkup(bar, places.get(bar.id)!, top, inner, id))];
  if (lane.cached === undefined) return name + bars.join('');
  const count = String(lane.cached.count);
  const width = 26 + count.length * 6.4;
  const left = Math.max(MARGIN + NAMES - width, x + lane.cached.at * inner - width);
  const cached = `<g class="ls-stratum ls-cached"><rect class="ls-core" x="${left}" y="${top + 4}" width="${width}" height="${BAR}" rx="2"/>${signMarkup('cached', left + 6, top + 9, 10, 'ls-sign')}<text class="ls-word" x="${left + 20}" y="${top + 18}">${count}</text></g>`;
  return name + bars.join('') + cached;
}

const LOOKS: Readonly<Record<Bar['tone'], string>> = { cached: 'ls-cached', rebuilt: 'ls-rebuilt', predicted: 'ls-predicted', failed: 'ls-failed', none: 'ls-not-needed', internal: 'ls-waiting' };

/** Since when a bar could have run: below every bar and label of the lane. */
function waitMarkup({ from, waits, row }: Bar, top: number, inner: number): string {
  const x = MARGIN + NAMES;
  return (from - waits) * inner > 3 ? `<path class="ls-edge" d="M${x + waits * inner} ${top + row * ROW + 10}v6m0-3H${x + from * inner}"/>` : '';
}

function barMarkup(bar: Bar, { side, room, gap }: LabelPlace, top: number, inner: number, id: string): string {
  const x = MARGIN + NAMES + bar.from * inner;
  const y = top + bar.row * ROW + 4;
  const width = Math.max(4, (bar.to - bar.from) * inner);
  const transfers = bar.transfers.map(({ kind, from, to }) => `<rect class="ls-transfer ${kind}" x="${MARGIN + NAMES + from * inner}" y="${kind === 'push' || kind === 'export' ? y + 1 : y + BAR - 4}" width="${Math.max(3, (to - from) * inner)}" height="3"/>`);
  const transfer = barTransfer(bar);
  const told = [bar.duration, transfer].filter((text) => text !== '').join(', ');
  const label = cut(bar.label, Math.max(0, Math.floor((room - told.length * 6 - 20) / ADVANCE)));
  const at = side === 'in' ? x + 8 : side === 'after' ? x + width + gap : x - gap;
  const plaque = bar.tone === 'predicted' && side === 'in' ? `<rect class="ls-plate" style="stroke:none" x="${x + 4}" y="${y + 2}" width="${Math.min(width - 8, (label.length + 1) * ADVANCE + told.length * 6 + 8)}" height="16" rx="2"/>` : '';
  const text = side === 'none' ? '' : `<text class="ls-mono${side === 'in' ? '' : ' ls-over-line'}" x="${at}" y="${y + 14}"${side === 'before' ? ' text-anchor="end"' : ''}>${escape(label)}<tspan class="ls-told" dx="6">${escape(told)}</tspan></text>`;
  return `<g class="ls-stratum ${LOOKS[bar.tone]}"><title>${escape(bar.name)}</title><rect class="ls-core ls-bar" ${bar.tone === 'predicted' ? `fill="url(#${id}-hatch)" ` : ''}x="${x}" y="${y}" width="${width}" height="${BAR}" rx="2"/>${transfers.join('')}${plaque}${text}</g>`;
}
