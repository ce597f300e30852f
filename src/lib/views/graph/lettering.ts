/** Where the letters of a stratum stand, and the words of folds and runs. */
import type { StepRecord } from '#engine/solver/record.ts';
import { countOf, formatDuration } from '#lib/ui/format.ts';
import type { Metrics } from './density.ts';
import type { Fold, GraphLayout, RunLabel, Stratum } from './geometry.ts';
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
  /** Whether the bytes fit on the second line, beside the word and the time. */
  readonly bytesFit: boolean;
}

const PAD = 8;
const MARK = 12;
/** White at the sides of a character, which may hang over. */
const BEARING = 1;
/** Width of a character of the figures, of a point or a narrow space among them, and of a character of the words beside them. */
const FIGURE = 6.4;
const POINT = 2.8;
const WORD = 5.1;
/** Least space between the time and the bytes. */
const APART = 3;

/** Room for the two buttons of a guess, at the end of the line. */
export const BUTTONS = 54;

/** `taken`: pixels at the end of a single line that are something else's. */
export function lettersOf(stratum: Stratum, metrics: Metrics, text: StratumText, taken = 0): Letters {
  const left = stratum.x + metrics.core + PAD;
  const edge = stratum.x + stratum.width - PAD;
  const middle = stratum.y + stratum.height / 2;
  if (metrics.lines === 2) {
    const room = edge - left - (text.modelled ? MARK + 3 : 0);
    const told = text.word.length * WORD + (text.figure === '' ? 0 : 5 + widthOf(text.figure));
    return {
      left,
      right: edge,
      line1: stratum.y + 20.5,
      line2: stratum.y + 38.5,
      limit: Math.floor((room + BEARING) / metrics.advance),
      mark: { x: edge - MARK, y: stratum.y + 10.5 },
      bytesFit: told + APART + widthOf(text.bytes) <= edge - left,
    };
  }
  const right = edge - (text.modelled ? MARK + 4 : 0);
  const room = right - left - taken - (text.figure === '' ? 0 : text.figure.length * FIGURE + 8);
  return { left, right, line1: middle + 4, limit: Math.floor((room + BEARING) / metrics.advance), mark: { x: edge - MARK, y: middle - 6 }, bytesFit: false };
}

/** About how wide a figure is drawn. */
function widthOf(figure: string): number {
  return [...figure].reduce((sum, character) => sum + (/[.\s]/.test(character) ? POINT : FIGURE), 0);
}

/** The label of a step; where too little of its arguments would remain, its number stands for them. */
export function labelOf(step: StepRecord, limit: number): StepLabel {
  const label = shortenStep(step.text, limit);
  return label.rest === '' && step.text.length > label.keyword.length ? { keyword: label.keyword, rest: `step ${step.index}` } : label;
}

/** `Steps 2 to 6, cached`. */
export function foldText(fold: Fold): string {
  const number = (id: string) => id.slice(id.indexOf('.') + 1);
  return `Steps ${number(fold.steps[0]!)} to ${number(fold.steps[fold.steps.length - 1]!)}, cached`;
}

const RUN_WORDS: Readonly<Record<Look, string>> = {
  cached: 'cached',
  rebuilt: 'rebuilt',
  predicted: 'will rebuild',
  failed: 'failed',
  'not-needed': 'not needed',
  running: 'running',
  waiting: 'waiting',
  stopped: 'stopped',
};

/** `9 rebuilt` and, where they ran, their time together. */
export function runText(run: RunLabel, layout: GraphLayout, predicted: boolean): { readonly look: Look; readonly says: string; readonly figure: string } {
  const steps = layout.strata.filter(({ step }) => run.steps.includes(step.id)).map(({ step }) => step);
  const look = lookOf(steps[0]!, predicted);
  const time = steps.reduce((sum, step) => sum + ((step.completed ?? 0) - (step.started ?? 0)), 0);
  return { look, says: `${steps.length} ${RUN_WORDS[look]}`, figure: look === 'rebuilt' || look === 'predicted' ? formatDuration(time) : '' };
}

/** The one sentence about a build: `Build 3: 6 cached, 2 rebuilt, 7.6 s.` */
export function sentenceOf(layout: { readonly number: number; readonly predicted: boolean; readonly duration: number }, counts: readonly { readonly look: Look; readonly count: number }[]): string {
  const list = counts.map(({ look, count }) => `${count} ${RUN_WORDS[look]}`).join(', ');
  if (layout.predicted) {
    const all = counts.reduce((sum, { count }) => sum + count, 0);
    const changed = counts.find(({ look }) => look === 'predicted')?.count ?? 0;
    return changed === 0 ? `Nothing of ${countOf(all, 'step')} will rebuild.` : `${changed} of ${countOf(all, 'step')} will rebuild, about ${formatDuration(layout.duration)}.`;
  }
  return `Build ${layout.number}: ${list}, ${formatDuration(layout.duration)}.`;
}
