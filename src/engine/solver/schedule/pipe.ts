/** A request from one edge to another, or to a piece of work, and what is answered: BuildKit `solver/internal/pipe`. */
import type { SolveError } from './solve-error.ts';
import type { EdgeRequest, EdgeState } from './edge-state.ts';
import type { Edge } from './edge.ts';

/** An answer; there may be several before the request is completed. */
export interface Status {
  readonly completed: boolean;
  readonly canceled: boolean;
  readonly error?: SolveError;
  readonly value?: unknown;
}

const open: Status = { completed: false, canceled: false };

/** One request and its answers. */
export class Pipe {
  /** Who asked: is dispatched again whenever something is answered. */
  from: Edge | undefined;
  /** Who is asked; absent where it is a piece of work. */
  target: Edge | undefined;
  readonly request: EdgeRequest | undefined;
  /** The asker no longer needs it. */
  canceled = false;
  /** How far the asked edge was when it last said so. */
  told: EdgeState | undefined;
  /** The last answer, as the asked side knows it. */
  sent: Status = open;
  /** The last answer that the asker took note of. */
  seen: Status = open;
  readonly #signal: (edge: Edge) => void;
  #stop: (() => void) | undefined;

  constructor(signal: (edge: Edge) => void, from: Edge | undefined, target: Edge | undefined, request?: EdgeRequest) {
    this.#signal = signal;
    this.from = from;
    this.target = target;
    this.request = request;
  }

  /** Starts a piece of work that calls back once; `work` gives what stops it. */
  start(work: (done: (value: unknown, error?: SolveError) => void) => (() => void) | undefined): void {
    this.#stop = work((value, error) => this.finish(value, error));
  }

  /** Answers with how far an edge is, before it is where it was asked to be. */
  tell(edge: EdgeState): void {
    this.told = { phase: edge.phase, result: edge.result, cacheMap: edge.cacheMap, keys: edge.keys };
    this.sent = { ...this.sent, value: edge };
    if (this.from) this.#signal(this.from);
  }

  finish(value: unknown, error?: SolveError): void {
    const canceled = this.canceled && error?.canceled === true;
    this.sent = { completed: true, canceled, value, ...(error && { error }) };
    if (this.from) this.#signal(this.from);
  }

  /** Takes note of the last answer; false where it is known already. */
  receive(): boolean {
    if (this.seen === this.sent) return false;
    this.seen = this.sent;
    return true;
  }

  cancel(): void {
    this.canceled = true;
    if (this.target) this.#signal(this.target);
    else if (!this.sent.completed) this.#stop?.();
  }
}
