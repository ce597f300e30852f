/** The blast radius as a picture: files by steps from the layouts of the view, without a DOM. */
import type { Reach } from '#engine/insight/radius.ts';
import { SHIELD } from '#lib/ui/signs/sign.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { figure, t } from '#messages/index.ts';
import { framed } from '../frame.ts';
import { escape, type Look } from '../graph/standalone.ts';
import { fitted, widthOf } from '../letters.ts';
import type { Column, Columns } from './columns.ts';
import type { RadiusRow } from './rows.ts';
import { reachWord } from './words.ts';

export interface RadiusSvgOptions extends Look {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What the foot says in place of the description. */
  readonly caption?: string;
  /** Pixels. */
  readonly width: number;
}

const MARGIN = 14;
const NAMES = 216;
/** The time of one edit. */
const FIGURE = 76;
const ROW = 24;
const STAGES = 26;
/** Heads in two lines, heads that stand on their side, heads of a number alone. */
const HEADS = { level: 36, upright: 104, numbers: 22 } as const;
const LEGEND = 34;
/** Widths of a column from which there is room for a word, for a head, for a sign. */
const WORDS = 62;
const UPRIGHT = 15;
const SIGN = 13;
/** Rows that are drawn; how many more there are is said below them. */
const MOST = 60;

const RULES = [
  '.cell{fill:var(--none-tint)}',
  '.reads{fill:color-mix(in oklab,var(--rebuilt-fill) 84%,var(--ink))}',
  '.follows{fill:var(--rebuilt-tint-2)}',
  '.stops{fill:var(--cached-tint-2)}',
  '.thin.follows{fill:var(--rebuilt-fill)}',
  '.thin.stops{fill:var(--cached-fill)}',
  '.on-reads{fill:var(--rebuilt-on);color:var(--rebuilt-on)}',
  '.on-follows{fill:var(--rebuilt-text);color:var(--rebuilt-text)}',
  '.on-stops{fill:var(--cached-text)}',
  '.key{color:var(--rebuilt-stroke)}',
  '.rule{fill:none;stroke:var(--line-2)}',
  '.hair{fill:none;stroke:var(--line)}',
  '.path{fill:var(--ink)}',
];

/** Rows and columns → SVG text. */
export function radiusSvg({ columns, stages }: Columns, all: readonly RadiusRow[], options: RadiusSvgOptions): string {
  const { width, ...rest } = options;
  const rows = all.slice(0, MOST);
  const left = MARGIN + NAMES;
  const cell = Math.min(96, (width - left - FIGURE - MARGIN) / Math.max(1, columns.length));
  const heads = cell >= WORDS ? HEADS.level : cell >= UPRIGHT ? HEADS.upright : HEADS.numbers;
  const top = STAGES + heads;
  const bottom = top + rows.length * ROW;
  const more = all.length - rows.length;
  const height = bottom + (more > 0 ? ROW : 0) + LEGEND;
  const end = left + columns.length * cell;
  let from = left;
  const stageHeads = stages.map(({ name, needed, columns: count }) => {
    const x = from;
    from += count * cell;
    const label = fitted(visibleText(name), count * cell - 6, 12);
    return `${x > left ? `<path class="rule" d="M${round(x)} 8V${bottom}"/>` : ''}<text class="ls-lane${needed ? '' : ' ls-quiet'}" x="${round(x + 3)}" y="18">${escape(label)}</text>`;
  });
  return framed({ ...rest, width, height, rules: RULES }, [
    ...stageHeads,
    ...columns.map((column, at) => headMarkup(column, left + at * cell, cell, top)),
    `<text x="${MARGIN}" y="${top - 7}">${escape(t('radius.path'))}</text><text class="ls-end" x="${round(end + FIGURE)}" y="${top - 7}">${escape(fitted(t('radius.cost'), FIGURE, 11))}</text>`,
    `<path class="rule" d="M${MARGIN} ${top - 0.5}H${round(end + FIGURE)}"/>`,
    ...rows.map((row, at) => rowMarkup(row, columns, { left, top: top + at * ROW, cell, end })),
    more > 0 ? `<text x="${MARGIN}" y="${bottom + 16}">${escape(t('gallery.more-rows', { n: more }))}</text>` : '',
    legendMarkup(height - LEGEND + 20),
  ]);
}

function headMarkup({ number, keyword, rest }: Column, x: number, cell: number, top: number): string {
  if (cell >= WORDS) {
    const first = `<text class="ls-mono small" x="${round(x + 3)}" y="${top - 20}"><tspan class="ls-keyword">${escape(fitted(keyword, cell - 6, 11.5, 'mono'))}</tspan></text>`;
    return `${first}<text class="ls-mono small" x="${round(x + 3)}" y="${top - 7}">${escape(fitted(rest === '' ? String(number) : visibleText(rest), cell - 6, 11.5, 'mono'))}</text>`;
  }
  if (cell >= UPRIGHT) return `<text class="ls-mono small" transform="translate(${round(x + cell / 2 + 4)} ${top - 6}) rotate(-90)">${escape(fitted(`${number} ${keyword}${rest === '' ? '' : ` ${visibleText(rest)}`}`, HEADS.upright - 10, 11.5, 'mono'))}</text>`;
  return number % 10 === 0 && cell * 10 >= widthOf('1000', 11) ? `<text text-anchor="middle" x="${round(x + cell / 2)}" y="${top - 7}">${number}</text>` : '';
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
  /** Where the cells end. */
  readonly end: number;
}

function rowMarkup(row: RadiusRow, columns: readonly Column[], place: Place): string {
  const { left, top, cell, end } = place;
  const base = top + 16;
  const hair = `<path class="hair" d="M${MARGIN} ${top + ROW - 0.5}H${round(end + FIGURE)}"/>`;
  const name = nameMarkup(row, base);
  if (row.kind === 'ignored') {
    const why = row.ignored ? t('radius.ignored-by', { file: visibleText(row.ignored.file), line: row.ignored.line }) : '';
    return `${hair}${name}<text x="${left + 6}" y="${base}">${escape(fitted(why, end + FIGURE - left - 6, 11))}</text>`;
  }
  const cells = columns.map(({ at }) => cellMarkup(row.radius?.reach[at], left + at * cell, top, cell));
  const cost = row.cost === undefined ? '–' : figure({ milliseconds: row.cost });
  return `${hair}${name}${cells.join('')}<text class="ls-end path" x="${round(end + FIGURE)}" y="${base}">${escape(cost)}</text>`;
}

function nameMarkup(row: RadiusRow, base: number): string {
  const count = row.kind === 'group' ? t('radius.alike', { n: row.paths.length }) : '';
  const room = NAMES - 10 - (count === '' ? 0 : widthOf(count, 11) + 8);
  const name = `${row.kind === 'argument' ? 'ARG ' : ''}${visibleText(row.name)}`;
  const shown = fitted(name === '' ? '/' : name, room, 11.5, 'mono', 'end');
  return `<text class="ls-mono small${row.kind === 'ignored' ? ' ls-quiet' : ''}" x="${MARGIN}" y="${base}">${escape(shown)}</text>${count === '' ? '' : `<text class="ls-end" x="${MARGIN + NAMES - 8}" y="${base}">${escape(count)}</text>`}`;
}

/** A cell; in narrow ones colour and height stand for the sign. */
function cellMarkup(reach: Reach | undefined, x: number, top: number, cell: number): string {
    const thin = cell < SIGN;
  const gap = thin ? 0.25 : 1;
  const low = thin && reach !== 'reads' ? (reach === 'follows' ? 6 : 9) : 1.5;
  const ground = `<rect class="cell ${thin ? 'thin ' : ''}${reach ?? 'unknown'}" x="${round(x + gap)}" y="${top + low}" width="${round(Math.max(0.5, cell - 2 * gap))}" height="${ROW - 1 - 2 * low}"/>`;
  if (reach === 'untouched' || thin) return ground;
  const word = cell >= WORDS ? fitted(reachWord(reach), cell - 26, 11) : '';
  const taken = word === '' ? 12 : 16 + widthOf(word, 11);
  const from = x + (cell - taken) / 2;
  return `${ground}${reachSign(reach, from, top + ROW / 2 - 6.5)}${word === '' ? '' : `<text class="on-${reach ?? 'unknown'}" x="${round(from + 16)}" y="${top + 16}">${escape(word)}</text>`}`;
}

const TRIANGLE = 'M6 1.6 11 10.3H1Z';

/** The signs of `ReachSign.svelte`. */
function reachSign(reach: Reach | undefined, x: number, y: number, key = false): string {
  const at = `transform="translate(${round(x)} ${round(y)})"`;
  const tone = key ? 'key' : `on-${reach ?? 'unknown'}`;
  if (reach === 'stops') return `<g transform="translate(${round(x)} ${round(y - 1)}) scale(.56)"><path class="ls-shield" d="${SHIELD.outline}"/><path class="ls-shield-bars" d="${SHIELD.bars}"/></g>`;
  if (reach === 'reads') return `<path class="${tone}" style="fill:currentColor" ${at} d="${TRIANGLE}"/>`;
  if (reach === 'follows') return `<path class="${tone}" style="fill:none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" ${at} d="${TRIANGLE}"/>`;
  if (reach === undefined) return `<path class="rule" ${at} d="M4 4.4a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.3M6 9.2v1"/>`;
  return `<path class="rule" ${at} d="M4 6h4"/>`;
}

function legendMarkup(base: number): string {
  let x = MARGIN;
  return (['reads', 'follows', 'stops', 'untouched'] as const)
    .map((reach) => {
      const words = t(`radius.legend-${reach}`);
      const markup = `${reachSign(reach, x, base - 10, true)}<text x="${round(x + 18)}" y="${base}">${escape(words)}</text>`;
      x += 18 + widthOf(words, 11) + 22;
      return markup;
    })
    .join('');
}

/** Two decimals are as sharp as screens are. */
const round = (pixels: number): number => Math.round(pixels * 100) / 100;
