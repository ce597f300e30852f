/** What one run may use: steps, bytes, depth. Counted, never timed, so that the same run always ends at the same place. */

/** Raised when a limit is reached; ends the whole run with an error value. */
export class LimitReached extends Error {}

/** Raised at the moment of Ctrl-C; ends the whole run. */
export class Interrupted extends Error {}

/** Raised in the writer of a pipe that ran too long; the reader goes on with what was written. */
export class StageCut extends Error {}

const STEPS = 300_000;
const BYTES = 64 << 20;
const DEPTH = 120;

export class Limits {
  #steps = STEPS;
  #bytes = BYTES;
  #depth = 0;
  #floor = 0;
  readonly readAtOnce = 1 << 16;

  /** One step of work: a command, a turn of a loop, a visited file. */
  step(n = 1): void {
    this.#steps -= n;
    if (this.#steps >= this.#floor) return;
    if (this.#floor > 0) throw new StageCut();
    throw new LimitReached('the command was stopped: it takes more steps than are simulated');
  }

  /** Bytes that are read, written or held. */
  chargeBytes(n: number): void {
    this.#bytes -= n;
    if (this.#bytes < 0) throw new LimitReached('the command was stopped: it handles more data than is simulated');
  }

  /** Runs `body` one level deeper: a subshell, a function, a program. */
  nested<T>(body: () => T): T {
    if (this.#depth >= DEPTH) throw new LimitReached('the command was stopped: it starts commands within commands without end');
    this.#depth++;
    try {
      return body();
    } finally {
      this.#depth--;
    }
  }

  /** Runs a writer of a pipe on at most a third of the steps that are left; beyond that a `StageCut` is raised. */
  shared<T>(body: () => T): T {
    const before = this.#floor;
    this.#floor = Math.max(this.#floor, Math.floor((this.#steps * 2) / 3));
    try {
      return body();
    } finally {
      this.#floor = before;
    }
  }
}
