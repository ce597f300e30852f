/** A limited number of places to work at; who finds none waits in line. */
export class Workers {
  #free: number;
  readonly #line: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** Calls back when there is a place. What is returned gives up the wait, or the place. */
  take(ready: () => void): () => void {
    let state: 'waiting' | 'working' | 'done' = 'waiting';
    const begin = (): void => {
      if (state !== 'waiting') return this.#next();
      state = 'working';
      ready();
    };
    if (this.#free > 0) {
      this.#free--;
      begin();
    } else this.#line.push(begin);
    return () => {
      if (state === 'working') this.#next();
      state = 'done';
    };
  }

  #next(): void {
    const next = this.#line.shift();
    if (next) next();
    else this.#free++;
  }
}
