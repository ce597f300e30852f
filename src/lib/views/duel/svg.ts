/** The outcome of a duel as a picture: a standalone SVG of 1200 × 630, made without a DOM. */
import type { DuelOutcome } from '#engine/workspace/duel/index.ts';
import { figure, t } from '#messages/index.ts';
import { barsOf, figuresUpTo } from './bars.ts';
import { sideName } from './names.ts';
import { remarksText, verdictText } from './words.ts';

export interface PictureOptions {
  readonly project: string;
  readonly names: { readonly left: string; readonly right: string };
  /** The text of `tokens.css`, which the colours are taken from. */
  readonly tokens: string;
}

const width = 1200;
const height = 630;
const margin = 64;
/** The lowest line of the bars, and the height of the tallest. */
const floor = 540;
const tallest = 170;

/** An outcome → SVG text. It follows the reader's light or dark setting by itself. */
export function duelPicture(outcome: DuelOutcome, { project, names, tokens }: PictureOptions): string {
  const title = t('duel.picture', { project });
  const verdict = verdictText(outcome);
  const remarks = remarksText(outcome);
  const lines = wrapped(verdict, 62).slice(0, 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escape(title)}</title><desc id="desc">${escape(`${verdict} ${remarks}`.trim())}</desc>`,
    `<style>${styles(tokens)}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...lines.map((line, at) => `<text class="say" x="${margin}" y="${88 + at * 44}">${escape(line)}</text>`),
    ...wrapped(remarks, 115).slice(0, 2).map((line, at) => `<text class="note" x="${margin}" y="${84 + lines.length * 44 + at * 24}">${escape(line)}</text>`),
    sideMarkup(outcome, 'left', names.left, margin),
    sideMarkup(outcome, 'right', names.right, width / 2 + 20),
    barsMarkup(outcome),
    `<path class="line" d="M${margin} ${floor + 0.5}H${width - margin}"/>`,
    `<text class="note" x="${margin}" y="${height - 34}">${escape(t('duel.picture-seconds'))}</text>`,
    `<text class="note end" x="${width - margin}" y="${height - 34}">${escape(`${project} · Layerscope`)}</text>`,
    '</svg>',
  ].join('');
}

function sideMarkup({ totals, first }: DuelOutcome, side: 'left' | 'right', name: string, x: number): string {
  const { perCommit, rounds, modelled } = totals[side];
  const value = first[side].ok && rounds > 0 ? t('duel.per-commit', { time: { milliseconds: perCommit } }) : t('duel.has-failed');
  const mark = `<rect class="bar ${side}" x="${x + 1}" y="229" width="16" height="16" rx="2"/>`;
  return `${mark}<text class="name" x="${x + 28}" y="243">${escape(`${sideName(side)}: ${shortened(name, 40)}`)}</text><text class="total" x="${x}" y="306">${escape(value)}</text>${modelled ? `<text class="note" x="${x}" y="332">${escape(t('duel.modelled'))}</text>` : ''}`;
}

function barsMarkup(outcome: DuelOutcome): string {
  const bars = barsOf(outcome, { done: outcome.rounds.length });
  const step = (width - 2 * margin) / Math.max(1, bars.length);
  const thick = Math.min(40, step * 0.34);
  const bar = (side: 'left' | 'right', share: number | undefined, failed: boolean, ms: number, x: number) => {
    if (share === undefined) return '';
    const h = Math.max(3, share * tallest);
    const above = bars.length <= figuresUpTo && !failed ? `<text class="figure" x="${x + thick / 2}" y="${floor - h - 7}">${escape(figure({ milliseconds: ms }).replace(/\s.*$/u, ''))}</text>` : '';
    return failed ? `<path class="failed" d="M${x + 4} ${floor - 22}l14 14m0-14-14 14"/>` : `<rect class="bar ${side}" x="${x}" y="${floor - h}" width="${thick}" height="${h}" rx="2"/>${above}`;
  };
  return bars
    .map(({ round, left, right }, at) => {
      const middle = margin + step * (at + 0.5);
      const number = bars.length <= figuresUpTo || round.number % 5 === 0 ? `<text class="figure" x="${middle}" y="${floor + 22}">${round.number}</text>` : '';
      return bar('left', left, round.left?.ok === false, round.left?.duration ?? 0, middle - thick - 2) + bar('right', right, round.right?.ok === false, round.right?.duration ?? 0, middle + 2) + number;
    })
    .join('');
}

const colours = ['surface', 'ink', 'ink-2', 'ink-3', 'line-2', 'failed-stroke'] as const;

/** The named colours of the tokens, light and dark, and what they are for. */
function styles(tokens: string): string {
  const pairs = colours.map((name) => [name, ...(new RegExp(`--${name}: light-dark\\(([^,)]+), ([^)]+)\\)`).exec(tokens)?.slice(1) ?? ['currentColor', 'currentColor'])] as const);
  const set = (at: 1 | 2) => pairs.map((pair) => `--${pair[0]}:${pair[at]}`).join(';');
  return [
    `svg{${set(1)};font-family:'Inter Variable',Inter,system-ui,'Segoe UI',Roboto,sans-serif;font-feature-settings:'tnum' 1}`,
    `@media (prefers-color-scheme:dark){svg{${set(2)}}}`,
    `.ground{fill:var(--surface)}.say{font:400 34px 'Source Serif 4 Variable','Source Serif 4',Charter,Georgia,serif;fill:var(--ink)}.note{font-size:17px;fill:var(--ink-3)}.end{text-anchor:end}`,
    `.name{font-size:20px;font-weight:560;fill:var(--ink-2)}.total{font-size:50px;font-weight:640;letter-spacing:-.02em;fill:var(--ink)}.figure{font-size:15px;fill:var(--ink-3);text-anchor:middle}`,
    `.line{stroke:var(--line-2);fill:none}.bar{stroke:var(--ink);stroke-width:1.5}.bar.left{fill:var(--ink)}.bar.right{fill:var(--surface)}.failed{stroke:var(--failed-stroke);stroke-width:4;fill:none}`,
  ].join('');
}

/** Words into lines of about so many characters. */
function wrapped(text: string, limit: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < limit) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const shortened = (text: string, limit: number): string => (text.length > limit ? `${text.slice(0, limit - 1)}…` : text);

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What XML cannot have is left out. */
const escape = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, '').replace(/[&<>"']/g, (sign) => escapes[sign]!);
