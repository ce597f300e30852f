/** A counterexample on the bench. It is tried in an engine of its own, beside the reader's work, so that the two can never mix. */
import { tick } from 'svelte';
import type { Counterexample } from '#engine/exercise/judgement.ts';
import type { Message } from '#engine/source/message.ts';
import type { Session } from './session.svelte.ts';
import { act } from './world.ts';

/** What is being tried. */
export interface Tried {
  /** Id of the check that does not hold then. */
  readonly check: string;
  readonly told: readonly Message[];
}

export class Trial {
  /** From the moment somebody asks for it until everything is as it was: nothing may be edited or built meanwhile. */
  tried: Tried | undefined = $state.raw();

  readonly #session: Session;
  #back: (() => Promise<void>) | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Shows what would run after the edits of a counterexample; false where it cannot be tried. */
  begin(check: string, counterexample: Counterexample): Promise<boolean> {
    const tried = { check, told: counterexample.told };
    this.tried = tried;
    return this.#next(async () => {
      await this.#leave();
      this.tried = tried;
      const shown = await this.#show(counterexample);
      if (!shown) await this.#end();
      return shown;
    });
  }

  /** Back to the reader's own work. */
  end(): Promise<void> {
    return this.#next(() => this.#end());
  }

  async #show({ actions = [], step }: Counterexample): Promise<boolean> {
    const { bench, file } = this.#session;
    // What was typed until now is the reader's, and is done first.
    await bench.ask('terminal', { from: bench.snapshot.terminal.entries });
    const { log } = bench;
    // A counterexample is one of what was built: nothing to be shown over edits that were not.
    const back = log && bench.edited.size === 0 ? await bench.beside({ ...log, tip: log.at }) : undefined;
    if (!back) return false;
    this.#back = async () => {
      await back();
      // The editors have followed what was opened by then.
      await tick();
      await this.#session.show(file);
    };
    const edits = actions.filter(({ type }) => type !== 'build');
    if ((await act(bench, edits, 'quiet')) !== undefined) return false;
    const path = edits.map((edit) => ('path' in edit ? edit.path : undefined)).findLast((one) => bench.files.some((entry) => entry.path === one && entry.text));
    await tick();
    if (path !== undefined) await this.#session.show(path);
    this.#session.view = 'graph';
    if (step) bench.select(step.id);
    return true;
  }

  async #end(): Promise<void> {
    await this.#leave();
    this.tried = undefined;
  }

  async #leave(): Promise<void> {
    const back = this.#back;
    this.#back = undefined;
    await back?.();
  }

  /** One after the other, in the order in which they were asked for. */
  #next<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#turn.then(work);
    this.#turn = run.catch(() => undefined);
    return run;
  }
}
