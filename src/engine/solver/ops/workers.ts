/** A limited number of places to work at; who finds none waits in line. */
export class Workers {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** Calls back when there is a place, with what gives it back. What is returned does the same, or gives up the wait. */
  take(ready: (release: () => void) => void): () => void {
    let state: 'waiting' | 'working' | 'done' = 'waiting';
    const release = (): void => {
      const working = state === 'working';
      state = 'done';
      if (working) this.#next();
    };
    const begin = (): void => {
      if (state !== 'waiting') return this.#next();
      state = 'working';
      ready(release);
    };
    if (this.#free > 0) {
      this.#free--;
      begin();
    } else this.#line.push(begin);
    return release;
  }

  #next(): void {
    const next = this.#line.shift();
    if (next) next();
    else this.#free++;
  }
}
