/** Virtual time: things happen when they are due, and those due at one moment in the order in which they were set. */
export class Clock {
  #now = 0;
  #order = 0;
  /** A binary heap by time and order. */
  readonly #heap: Timer[] = [];
  readonly #limit: number;
  #stopped = false;

  /** `limit`: the moment at which time stops, so that what is due later never happens. */
  constructor(limit = Infinity) {
    this.#limit = limit;
  }

  /** Whether something was due after the limit. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Virtual milliseconds since the start of the build. */
  get now(): number {
    return this.#now;
  }

  /** Calls `action` after a while, to the millisecond. What is returned takes it back. */
  after(delay: number, action: () => void): () => void {
    const timer: Timer = { due: this.#now + Math.round(delay), order: this.#order++, action };
    this.#push(timer);
    return () => {
      timer.action = undefined;
    };
  }

  /** Moves on to the next thing that is due and does it; false where nothing is left. */
  step(): boolean {
    for (let timer = this.#pop(); timer; timer = this.#pop()) {
      if (!timer.action) continue;
      if (timer.due > this.#limit) {
        this.#stopped = true;
        this.#now = this.#limit;
        return false;
      }
      this.#now = timer.due;
      timer.action();
      return true;
    }
    return false;
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.push(timer) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!before(timer, heap[up]!)) break;
      heap[at] = heap[up]!;
      at = up;
    }
    heap[at] = timer;
  }

  #pop(): Timer | undefined {
    const heap = this.#heap;
    const top = heap[0];
    const last = heap.pop();
    if (!top || !last || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= heap.length) break;
      if (down + 1 < heap.length && before(heap[down + 1]!, heap[down]!)) down++;
      if (!before(heap[down]!, last)) break;
      heap[at] = heap[down]!;
      at = down;
    }
    heap[at] = last;
    return top;
  }
}

interface Timer {
  readonly due: number;
  readonly order: number;
  action: (() => void) | undefined;
}

const before = (a: Timer, b: Timer) => a.due < b.due || (a.due === b.due && a.order < b.order);

/** Lets time pass while nothing else is asked for. */
export function pass(clock: Clock, duration: number): void {
  let done = false;
  clock.after(duration, () => (done = true));
  while (!done && clock.step());
}
