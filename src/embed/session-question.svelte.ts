/** An embed that asks before it shows: what its reader says of the steps of the next build. */
import type { BuildRecord } from '#engine/solver/record.ts';
import { idsOf, type AskedStep } from '#lib/state/prediction-set.ts';
import type { GuessMark } from '#lib/views/graph/guess.ts';
import { answerTo, missedIn, openSteps, standing, type Missed, type Said, type SaidStep } from './session-answer.ts';
import type { Events } from './vocabulary.ts';

export class Question {
  /** Nothing that tells an outcome may be shown. */
  veiled = $state(true);

  #said: readonly SaidStep[] = $state.raw([]);
  readonly #next: () => BuildRecord | undefined;

  readonly asked: readonly AskedStep[] = $derived.by(() => openSteps(this.#next()));
  readonly ids: ReadonlySet<string> = $derived(idsOf(this.asked));
  readonly marks: ReadonlyMap<string, GuessMark> = $derived(standing(this.#said, this.asked));

  /** `next`: the record of the build that is still to come. */
  constructor(next: () => BuildRecord | undefined) {
    this.#next = next;
  }

  readonly mark = (step: string, mark: GuessMark): void => {
    const found = this.asked.find(({ id }) => id === step);
    if (this.veiled && found) this.#said = [...this.#said.filter(({ id }) => id !== step), { id: step, text: found.text, mark }];
  };

  get said(): Said {
    return { asked: this.asked, marks: this.marks };
  }

  /** What was said, set against its build; undefined where nothing was. */
  answer(said: Said, record: BuildRecord): (Events['predict'] & Missed) | undefined {
    const answer = answerTo(said, record);
    return answer && { ...answer, ...missedIn(answer) };
  }

  /** Asks once more, as if nothing had been said. */
  again(): void {
    this.#said = [];
    this.veiled = true;
  }
}
