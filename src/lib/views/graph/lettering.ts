/** Where the letters of a stratum stand, and the words of folds and runs. */
import type { StepRecord } from '#engine/solver/record.ts';
import { formatCount, formatDuration } from '#lib/ui/format.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { t } from '#messages/index.ts';
import type { Metrics } from './density.ts';
import type { Fold, RunLabel, Stratum } from './geometry.ts';
import { shortenStep, type StepLabel } from './label.ts';
import { lookOf, type Look, type StratumText } from './strata.ts';

export interface Letters {
  readonly left: number;
  readonly right: number;
  /** Baselines; only strata with two lines have the second. */
  readonly line1: number;
  readonly line2?: number;
  /** Characters that the label may have. */
  readonly limit: number;
  /** Top left of the modelled mark. */
  readonly mark: { readonly x: number; readonly y: number };
  /** What of the state, the time and the bytes has room; empty where it has none. */
  readonly word: string;
  readonly figure: string;
  readonly bytes: string;
}

const PAD = 8;
/** Padding of a lane that is narrower than this. */
const CLOSE = { width: 130, left: 6, right: 4 } as const;
const MARK = 12;
/** White at the sides of a character, which may hang over. */
const BEARING = 1;
/** Width of a character of the figures, and of a point or a narrow space among them. */
const FIGURE = 6.4;
const POINT = 2.8;
/** Least space between the time and the bytes. */
const APART = 4;
/** Characters that a keyword and a number need. */
const LEAST = 6;
/** Room for the two buttons of a guess, at the end of the line; and where they have the height of both lines. */
const BUTTONS = 54;
const LARGE_BUTTONS = 70;

/** Whether a stratum of two lines is too low for buttons below its first. */
export const besideBoth = ({ lines, height }: Metrics): boolean => lines === 2 && height < 48;

/** Pixels that the buttons of a guess take at the end of the first line. */
export const buttonsRoom = (metrics: Metrics): number => (besideBoth(metrics) ? LARGE_BUTTONS : metrics.lines === 2 ? 0 : BUTTONS);

/** `taken`: pixels at the end of the first line that are something else's. */
export function lettersOf(stratum: Stratum, metrics: Metrics, text: StratumText, taken = 0): Letters {
  const close = stratum.width < CLOSE.width;
  const left = stratum.x + metrics.core + (close ? CLOSE.left : PAD);
  const edge = stratum.x + stratum.width - (close ? CLOSE.right : PAD);
  const middle = stratum.y + stratum.height / 2;
  const room = edge - left;
  if (metrics.lines === 2) {
    const word = widthOfWord(text.word) <= room ? text.word : text.brief;
    const timed = widthOfWord(word) + 5 + widthOf(text.figure);
    const figure = timed <= room ? text.figure : '';
    const told = figure === '' ? widthOfWord(word) : timed;
    return {
      left,
      right: edge,
      line1: middle - 4.5,
      line2: middle + 13.5,
      limit: Math.floor((room - taken - (text.modelled ? MARK + 3 : 0) + BEARING) / metrics.advance),
      mark: { x: edge - MARK, y: middle - 14.5 },
      word,
      figure,
      bytes: told + APART + widthOf(text.bytes) <= room ? text.bytes : '',
    };
  }
  const right = edge - (text.modelled ? MARK + 4 : 0);
  const beside = right - left - taken + BEARING;
  const told = text.figure === '' ? 0 : text.figure.length * FIGURE + 8;
  const figure = (beside - told) / metrics.advance >= LEAST ? text.figure : '';
  return { left, right, line1: middle + 4, limit: Math.floor((beside - (figure === '' ? 0 : told)) / metrics.advance), mark: { x: edge - MARK, y: middle - 6 }, word: '', figure, bytes: '' };
}

/** About how wide a word is drawn, in the weight of states. */
function widthOfWord(word: string): number {
  return [...word].reduce((sum, character) => sum + (/[ilj .,]/.test(character) ? 2.8 : /[rtf]/.test(character) ? 4 : /[mwWM]/.test(character) ? 9.4 : /[A-Z]/.test(character) ? 7.4 : 6), 0);
}

/** About how wide a figure is drawn. */
function widthOf(figure: string): number {
  return [...figure].reduce((sum, character) => sum + (/[.\s]/.test(character) ? POINT : FIGURE), 0);
}

/** The label of a step; where too little of its arguments would remain, its number stands for them. */
export function labelOf(step: StepRecord, limit: number): StepLabel {
  const label = shortenStep(visibleText(step.text), limit);
  if (label.rest !== '' || step.text.length <= label.keyword.length) return label;
  const long = t('graph.label-step', { n: step.index });
  return { keyword: label.keyword, rest: label.keyword.length + 1 + long.length <= limit ? long : String(step.index) };
}

/** `Steps 2 to 6, cached`. */
export function foldText(fold: Fold): string {
  const number = (id: string) => Number(id.slice(id.indexOf('.') + 1));
  return t('graph.fold', { from: number(fold.steps[0]!), to: number(fold.steps[fold.steps.length - 1]!) });
}

/** `9 rebuilt`. */
export function countWord(look: Look, n: number): string {
  switch (look) {
    case 'cached':
      return t('graph.count-cached', { n });
    case 'rebuilt':
      return t('graph.count-rebuilt', { n });
    case 'predicted':
      return t('graph.count-will-rebuild', { n });
    case 'failed':
      return t('graph.count-failed', { n });
    case 'not-needed':
      return t('graph.count-not-needed', { n });
    case 'running':
      return t('graph.count-running', { n });
    case 'waiting':
      return t('graph.count-waiting', { n });
    case 'stopped':
      return t('graph.count-stopped', { n });
  }
}

/** `9 rebuilt` and, where they ran, their time together. */
export function runText(run: RunLabel, predicted: boolean): { readonly look: Look; readonly says: string; readonly figure: string } {
  const look = lookOf(run.steps[0]!, predicted);
  if (run.brief) return { look, says: formatCount(run.steps.length), figure: '' };
  const time = run.steps.reduce((sum, step) => sum + ((step.completed ?? 0) - (step.started ?? 0)), 0);
  return { look, says: countWord(look, run.steps.length), figure: look === 'rebuilt' || look === 'predicted' ? formatDuration(time) : '' };
}

/** The one sentence about a build: `Build 3: 6 cached, 2 rebuilt, 7.6 s.` */
export function sentenceOf(record: { readonly number: number; readonly predicted: boolean; readonly duration: number }, counts: readonly { readonly look: Look; readonly count: number }[]): string {
  const time = { milliseconds: record.duration };
  if (!record.predicted) return t('graph.said-build', { build: record.number, counts: counts.map(({ look, count }) => countWord(look, count)).join(', '), time });
  const n = counts.reduce((sum, { count }) => sum + count, 0);
  const changed = counts.find(({ look }) => look === 'predicted')?.count ?? 0;
  return changed === 0 ? t('graph.said-nothing', { n }) : t('graph.said-some', { some: changed, n, time });
}
