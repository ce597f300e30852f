/** An embed that asks before it shows: what its reader says of the steps of the next build. */
import type { NodeId } from '#engine/workspace/log.ts';
import { idsOf, type AskedStep } from '#lib/state/prediction-set.ts';
import type { Workbench } from '#lib/state/workbench.svelte.ts';
import type { GuessMark } from '#lib/views/graph/guess.ts';
import { answerTo, missedIn, openSteps, standing, type Missed, type Said, type SaidStep } from './session-answer.ts';
import type { Events } from './vocabulary.ts';

/** How many of the reader’s marks were right, and which steps were not as marked. */
export type Answer = Pick<Events['predict'], 'right' | 'of'> & Missed;

export class Question {
  /** Nothing that tells an outcome may be shown. */
  veiled = $state(true);
  /** The step that the reader looks at: the workbench by itself goes to the first that rebuilds, which would be an answer. */
  looked: string | undefined = $state();

  #said: readonly SaidStep[] = $state.raw([]);
  /** What came of it, and where in the log it was told. */
  #answered: { readonly at: NodeId; readonly answer: Answer } | undefined = $state.raw();
  readonly #bench: Workbench;

  readonly asked: readonly AskedStep[] = $derived.by(() => openSteps(this.#bench.snapshot.prediction ?? this.#bench.lastGood));
  readonly ids: ReadonlySet<string> = $derived(idsOf(this.asked));
  readonly marks: ReadonlyMap<string, GuessMark> = $derived(standing(this.#said, this.asked));

  /** Undefined as soon as another build is in view than the one that it was told of. */
  readonly answer: Answer | undefined = $derived.by(() => {
    const { snapshot, shown, log } = this.#bench;
    return snapshot.revision >= 0 && shown !== 'next' && log?.at === this.#answered?.at ? this.#answered?.answer : undefined;
  });

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  readonly mark = (step: string, mark: GuessMark): void => {
    const found = this.asked.find(({ id }) => id === step);
    if (this.veiled && found) this.#said = [...this.#said.filter(({ id }) => id !== step), { id: step, text: found.text, mark }];
  };

  get said(): Said {
    return { asked: this.asked, marks: this.marks };
  }

  /** Shows the build that has just run with what was said before it, and goes to the first step that was not as marked; undefined where nothing was said. */
  reveal(said: Said): Events['predict'] | undefined {
    const { record, log } = this.#bench;
    this.veiled = false;
    const answer = record && answerTo(said, record);
    if (!answer || !log) return undefined;
    const missed = missedIn(answer);
    this.#answered = { at: log.at, answer: { right: answer.right, of: answer.of, ...missed } };
    if (missed.wrong[0] !== undefined) this.#bench.select(missed.wrong[0]);
    return answer;
  }

  /** Asks once more, as if nothing had been said. */
  again(): void {
    this.#said = [];
    this.looked = undefined;
    this.veiled = true;
  }
}
