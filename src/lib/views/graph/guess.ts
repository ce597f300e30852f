/** The graph while a viewer guesses its outcome: the same lanes and strata, and nothing of what becomes of them. */
import type { BuildRecord } from '#engine/solver/record.ts';
import { t } from '#messages/index.ts';
import type { SignName } from '#lib/ui/signs/sign.ts';

/** What a viewer says of a step: `hit` stays cached, `miss` is rebuilt. */
export type GuessMark = 'hit' | 'miss';

/** Marks by the ids of their steps, and where a new one goes. */
export interface Guess {
  readonly marks: ReadonlyMap<string, GuessMark>;
  readonly onmark: (step: string, mark: GuessMark) => void;
  /** Ids of the steps that alone are asked for; all where absent. */
  readonly asked?: ReadonlySet<string>;
}

/** Both marks with the key that sets them and the sign that stands for them. */
export const GUESSES: readonly { readonly mark: GuessMark; readonly key: string; readonly sign: SignName }[] = [
  { mark: 'hit', key: 'h', sign: 'cached' },
  { mark: 'miss', key: 'm', sign: 'rebuilt' },
];

/** A record without its outcome: needed steps have neither state nor time nor size. What is not needed is in the plan, not in the outcome. */
export function veiled(record: BuildRecord): BuildRecord {
  return {
    ...record,
    predicted: true,
    ok: true,
    images: [],
    events: [],
    vertices: [],
    steps: record.steps.map(({ started: _started, completed: _completed, bytes: _bytes, pulled: _pulled, hit: _hit, error: _error, ...step }) => ({
      ...step,
      state: step.state === 'not-needed' ? 'not-needed' : 'stopped',
      fidelity: 'exact',
    })),
  };
}

/** `You say: rebuilt`, or the question where nothing is said yet. */
export function guessWords(mark: GuessMark | undefined): string {
  if (mark === undefined) return t('graph.guess-open');
  return mark === 'hit' ? t('graph.guess-hit') : t('graph.guess-miss');
}

export function guessSign(mark: GuessMark | undefined): SignName {
  return GUESSES.find((guess) => guess.mark === mark)?.sign ?? 'waiting';
}
