/** The history as a picture: the tree of builds from the layout of the view, without a DOM. */
import { figure, t } from '#messages/index.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { framed } from '../frame.ts';
import { escape, signMarkup, type Look } from '../graph/standalone.ts';
import { fitted, widthOf } from '../letters.ts';
import { sizes, type HistoryLayout, type Placed } from './layout.ts';
import { itemTitle, shortOutcome } from './words.ts';

export interface HistorySvgOptions extends Look {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** One line of words each, as the layout was made for. */
  readonly dense: boolean;
}

const RULES = [
  '.link{fill:none;stroke:var(--line-3);stroke-width:1.5}',
  '.link.passed{stroke:var(--ink);stroke-width:2}',
  '.ground{fill:var(--surface)}',
  '.cached{fill:var(--cached-tint-2);stroke:var(--cached-stroke)}',
  '.rebuilt{fill:var(--rebuilt-fill)}',
  '.failed{fill:var(--failed-fill)}',
  '.stopped,.not-needed{fill:var(--none-tint-2);stroke:var(--none-stroke)}',
  '.dot{fill:var(--surface);stroke:var(--line-3);stroke-width:1.5}',
  '.dot.passed{fill:var(--ink);stroke:var(--ink)}',
  '.name{font-size:12px;font-weight:640;fill:var(--ink)}',
  '.said{font-size:12px}',
  '.said.passed{fill:var(--ink-2)}',
  '.said.did-fail{fill:var(--failed-text)}',
  '.cross{color:var(--failed-on)}',
  '.here{font-size:12px;font-weight:640;fill:var(--ink)}',
  '.ring{fill:var(--selected)}',
];

/** Size of a sign on a step. */
const SIGN = 11;

/** A layout → SVG text. */
export function historySvg({ items, links, width, height }: HistoryLayout, { dense, ...options }: HistorySvgOptions): string {
  return framed({ ...options, width, height, rules: RULES }, [
    ...items.filter(({ here }) => here).map((item) => `<rect class="ring" x="${item.x - 6}" y="${item.y - 4}" width="${item.width + 6}" height="${item.height + 4}" rx="4"/>`),
    ...links.map(({ path, passed }) => `<path class="link${passed ? ' passed' : ''}" d="${path}"/>`),
    ...items.map((item) => (item.build ? buildMarkup(item, item.build, dense) : tickMarkup(item))),
  ]);
}

function buildMarkup(item: Placed, build: NonNullable<Placed['build']>, dense: boolean): string {
  const right = item.x + item.width - 8;
  const tone = `said${item.passed ? ' passed' : ''}${build.ok ? '' : ' did-fail'}`;
  const time = figure({ milliseconds: build.duration });
  const title = itemTitle(item);
  const first = item.y + (dense ? 19 : 15);
  const name = `<text class="name" x="${item.words}" y="${first}">${escape(fitted(title, right - item.words - widthOf(time, 12) - 8, 12))}</text>`;
  const took = `<text class="said ls-end${item.passed ? ' passed' : ''}" x="${right}" y="${first}">${escape(time)}</text>`;
  const end = widthOf(title, 13) + 8;
  if (dense) {
    const said = fitted(shortOutcome(build), right - item.words - end - widthOf(time, 12) - 10, 12);
    return `${coreMarkup(item, build.states)}${name}<text class="${tone}" x="${item.words + end}" y="${first}">${escape(said)}</text>${took}${hereMarkup(item)}`;
  }
  const size = build.size === undefined ? '' : figure({ bytes: build.size });
  const said = fitted(shortOutcome(build), right - item.words - widthOf(size, 12) - 10, 12);
  return `${coreMarkup(item, build.states)}${name}${took}<text class="${tone}" x="${item.words}" y="${first + 18}">${escape(said)}</text><text class="said ls-end${item.passed ? ' passed' : ''}" x="${right}" y="${first + 18}">${escape(size)}</text>${hereMarkup(item)}`;
}

/** The steps of the build from top to bottom, with the sign of a failure where it has room. */
function coreMarkup({ x, mark: [from, to] }: Placed, states: readonly string[]): string {
  const gap = states.length > 14 ? 0 : 1;
  const each = (to - from - gap * Math.max(0, states.length - 1)) / Math.max(1, states.length);
  const strata = states.map((state, at) => {
    const edge = each >= 3 && state !== 'rebuilt' && state !== 'failed' ? 0.5 : 0;
    return `<rect class="${state}"${edge === 0 ? ' stroke-width="0"' : ''} x="${x + edge}" y="${round(from + at * (each + gap) + edge)}" width="${sizes.core - 2 * edge}" height="${round(each - 2 * edge)}" rx="1"/>`;
  });
  const failed = states.indexOf('failed');
  const sign = failed >= 0 && each >= SIGN ? signMarkup('failed', x + (sizes.core - SIGN) / 2, round(from + failed * (each + gap) + (each - SIGN) / 2), SIGN, 'cross') : '';
  return `<rect class="ground" x="${x - 1}" y="${from - 1}" width="${sizes.core + 2}" height="${to - from + 2}"/>${strata.join('')}${sign}`;
}

function tickMarkup(item: Placed): string {
  const middle = (item.mark[0] + item.mark[1]) / 2;
  const words = fitted(visibleText(itemTitle(item)), item.x + item.width - 8 - item.words, 12);
  return `<circle class="dot${item.passed ? ' passed' : ''}" cx="${item.x + sizes.core / 2}" cy="${middle}" r="${sizes.dot / 2}"/><text class="said${item.passed ? ' passed' : ''}" x="${item.words}" y="${middle + 4}">${escape(words)}</text>${hereMarkup(item)}`;
}

function hereMarkup({ here, words, y, height }: Placed): string {
  return here ? `<text class="here" x="${words}" y="${y + height - 6}">${escape(t('history.you-are-here'))}</text>` : '';
}

const round = (pixels: number): number => Math.round(pixels * 100) / 100;
