import type { LineRange } from '#engine/source/range.ts';
import { t } from '#messages/index.ts';

/** What the strip beside an instruction shows. `will-…` is a prediction; nothing else is hatched. */
export type MarkState = 'cached' | 'rebuilt' | 'will-rebuild' | 'failed' | 'will-fail' | 'not-needed' | 'stopped' | 'config';

/** What the editor draws beside one instruction: a strip at the left of its lines and words at the right of the first. */
export interface LineMark {
  /** All lines of the instruction in the text shown. */
  readonly lines: LineRange;
  readonly state: MarkState;
  /** `cached`, `will rebuild`, `config only`, in the reader's language. */
  readonly words: string;
  /** `6.8 s`, behind the words. */
  readonly figure?: string;
  /** The figure stands in for the real thing. */
  readonly modelled: boolean;
  /** Id of the step, for what follows a click; absent for instructions that make none. */
  readonly step?: string;
}

/** A mark as a screen reader says it: `will rebuild, 6.8 s, modelled`. */
export function spoken(mark: LineMark): string {
  return t('editor.spoken', { words: mark.words, figure: mark.figure ?? 'none', modelled: mark.modelled ? 'yes' : 'no' });
}
