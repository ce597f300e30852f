/** The outcome of a duel as a picture of 1200 × 630, made without a DOM. */
import type { DuelOutcome } from '#engine/workspace/duel/index.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { figure, t } from '#messages/index.ts';
import { framed } from '../frame.ts';
import { escape, type Look } from '../graph/standalone.ts';
import { fitted, wrapped } from '../letters.ts';
import { barsOf, figuresUpTo } from './bars.ts';
import { sideName } from './names.ts';
import { remarksText, verdictText } from './words.ts';

export interface DuelPictureOptions extends Look {
  /** Distinguishes ids when several pictures stand in one page. */
  readonly id?: string;
  readonly project: string;
  readonly names: { readonly left: string; readonly right: string };
}

const width = 1200;
const height = 630;
const margin = 64;
const half = width / 2 - margin - 20;
/** The lowest line of the bars, and the height of the tallest. */
const floor = 540;
const tallest = 170;
/** About so many rounds have their number below them. */
const numbered = 20;

const rules = [
  "text{font-family:'Inter Variable',Inter,system-ui,'Segoe UI',Roboto,sans-serif;font-feature-settings:'tnum' 1}",
  ".say{font:400 34px 'Source Serif 4 Variable','Source Serif 4',Charter,Georgia,serif;fill:var(--ink)}",
  '.note{font-size:17px;fill:var(--ink-3)}',
  '.end{text-anchor:end}',
  '.name{font-size:20px;font-weight:560;fill:var(--ink-2)}',
  '.total{font-size:50px;font-weight:640;letter-spacing:-.02em;fill:var(--ink)}',
  '.figure{font-size:15px;fill:var(--ink-3);text-anchor:middle}',
  '.line{stroke:var(--line-2);fill:none}',
  '.bar{stroke:var(--ink);stroke-width:1.5}',
  '.bar.left{fill:var(--ink)}',
  '.bar.right{fill:var(--surface)}',
  '.failed{stroke:var(--failed-stroke);stroke-width:4;fill:none}',
];

/** An outcome → SVG text. */
export function duelPicture(outcome: DuelOutcome, { id = 'duel', project, names, ...look }: DuelPictureOptions): string {
  const of = visibleText(project);
  const verdict = verdictText(outcome);
  const remarks = remarksText(outcome);
  const room = width - 2 * margin;
  const lines = wrapped(verdict, room, 30, 2);
  return framed({ ...look, id, title: t('duel.picture', { project: of }), description: `${verdict} ${remarks}`.trim(), caption: t('picture.duel-of', { n: outcome.rounds.length }), width, height, fluid: true, rules }, [
    ...lines.map((line, at) => `<text class="say" x="${margin}" y="${88 + at * 44}">${escape(line)}</text>`),
    ...wrapped(remarks, room, 17, 2).map((line, at) => `<text class="note" x="${margin}" y="${84 + lines.length * 44 + at * 24}">${escape(line)}</text>`),
    sideMarkup(outcome, 'left', names.left, margin),
    sideMarkup(outcome, 'right', names.right, width / 2 + 20),
    barsMarkup(outcome),
    `<path class="line" d="M${margin} ${floor + 0.5}H${width - margin}"/>`,
    `<text class="note" x="${margin}" y="${height - 34}">${escape(t('duel.picture-seconds'))}</text>`,
    // The foot says it where there is one.
    look.foot ? '' : `<text class="note end" x="${width - margin}" y="${height - 34}">${escape(`${fitted(of, half, 17)} · Layerscope`)}</text>`,
  ]);
}

function sideMarkup({ totals, first }: DuelOutcome, side: 'left' | 'right', name: string, x: number): string {
  const { perCommit, rounds, modelled } = totals[side];
  const value = first[side].ok && rounds > 0 ? t('duel.per-commit', { time: { milliseconds: perCommit } }) : t('duel.has-failed');
  const mark = `<rect class="bar ${side}" x="${x + 1}" y="229" width="16" height="16" rx="2"/>`;
  const label = fitted(`${sideName(side)}: ${visibleText(name)}`, half - 28, 20);
  return `${mark}<text class="name" x="${x + 28}" y="243">${escape(label)}</text><text class="total" x="${x}" y="306">${escape(fitted(value, half, 50))}</text>${modelled ? `<text class="note" x="${x}" y="332">${escape(t('duel.modelled'))}</text>` : ''}`;
}

function barsMarkup(outcome: DuelOutcome): string {
  const bars = barsOf(outcome, { done: outcome.rounds.length });
  const step = (width - 2 * margin) / Math.max(1, bars.length);
  const thick = Math.min(40, step * 0.34);
  const every = bars.length <= figuresUpTo ? 1 : 5 * Math.ceil(bars.length / numbered / 5);
  const bar = (side: 'left' | 'right', share: number | undefined, failed: boolean, ms: number, x: number) => {
    if (share === undefined) return '';
    const h = Math.max(3, share * tallest);
    const above = bars.length <= figuresUpTo && !failed ? `<text class="figure" x="${x + thick / 2}" y="${floor - h - 7}">${escape(figure({ milliseconds: ms }).replace(/\s.*$/u, ''))}</text>` : '';
    return failed ? `<path class="failed" d="M${x + 4} ${floor - 22}l14 14m0-14-14 14"/>` : `<rect class="bar ${side}" x="${x}" y="${floor - h}" width="${thick}" height="${h}" rx="2"/>${above}`;
  };
  return bars
    .map(({ round, left, right }, at) => {
      const middle = margin + step * (at + 0.5);
      const number = round.number % every === 0 ? `<text class="figure" x="${middle}" y="${floor + 22}">${round.number}</text>` : '';
      return bar('left', left, round.left?.ok === false, round.left?.duration ?? 0, middle - thick - 2) + bar('right', right, round.right?.ok === false, round.right?.duration ?? 0, middle + 2) + number;
    })
    .join('');
}
