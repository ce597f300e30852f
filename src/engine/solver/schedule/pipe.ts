/** A request from one edge to another, or to a piece of work, and what is answered: BuildKit `solver/internal/pipe`. */
import type { CacheMap } from '../keys/cache-map.ts';
import type { Dep } from './dep.ts';
import type { Edge } from './edge.ts';
import type { CachedResult } from './operation.ts';
import { Phase } from './phase.ts';
import type { SolveError } from './solve-error.ts';

/** One request and the last of its answers; there may be several before it is completed. */
export class Pipe {
  /** Who asked: is dispatched again whenever something is answered. */
  from: Edge | undefined;
  /** Who is asked; absent where it is a piece of work. */
  target: Edge | undefined;
  /** The input that it was asked for. */
  readonly dep: Dep | undefined;
  /** How far the asked edge shall go. */
  readonly desired: Phase;
  /** Number of its keys that the asker knew of. */
  readonly currentKeys: number;
  /** The asker no longer needs it. */
  canceled = false;

  completed = false;
  /** It was completed only because nobody needed it any more. */
  givenUp = false;
  error: SolveError | undefined = undefined;
  value: unknown = undefined;
  /** The asker took note of its being completed. */
  seen = false;
  /** Stops the piece of work. */
  stop: (() => void) | undefined = undefined;

  #unread = false;
  /** How far the asked edge was when it last said so, or by all that the asker knew. */
  #phase: Phase;
  #result: CachedResult | undefined;
  #map: CacheMap | undefined;
  #keys: number;

  constructor(from: Edge | undefined, target: Edge | undefined, desired: Phase, dep?: Dep) {
    this.from = from;
    this.target = target;
    this.desired = desired;
    this.dep = dep;
    this.#phase = dep ? dep.phase : Phase.initial;
    this.#result = dep?.result;
    this.#map = dep?.map;
    this.#keys = dep ? dep.keys.length : 0;
    this.currentKeys = this.#keys;
  }

  /** Whether the asker need not be told how far an edge is. */
  knows(edge: Edge): boolean {
    return this.#phase === edge.phase && this.#result === edge.result && this.#map === edge.cacheMap && this.#keys === edge.keys.length;
  }

  /** Answers with how far an edge is, before it is where it was asked to be. */
  tell(edge: Edge): void {
    this.#phase = edge.phase;
    this.#result = edge.result;
    this.#map = edge.cacheMap;
    this.#keys = edge.keys.length;
    this.value = edge;
    this.#answered();
  }

  finish(value: unknown, error?: SolveError): void {
    this.completed = true;
    this.givenUp = this.canceled && error?.canceled === true;
    this.value = value;
    this.error = error;
    this.#answered();
  }

  /** Takes note of the last answer; false where it is known already. */
  receive(): boolean {
    if (!this.#unread) return false;
    this.#unread = false;
    this.seen = this.completed;
    return true;
  }

  cancel(): void {
    this.canceled = true;
    if (this.target) this.target.signal(this.target);
    else if (!this.completed) this.stop?.();
  }

  #answered(): void {
    this.#unread = true;
    if (this.from) this.from.signal(this.from);
  }
}

/** Requests in the order in which they were made. Unlike an array it keeps its room when it becomes empty, as it does all the time. */
export class PipeList {
  size = 0;
  #pipes: (Pipe | undefined)[] = [undefined, undefined];

  at(index: number): Pipe {
    return this.#pipes[index]!;
  }

  push(pipe: Pipe): void {
    if (this.size === this.#pipes.length) this.#pipes = [...this.#pipes, ...this.#pipes];
    this.#pipes[this.size++] = pipe;
  }

  clear(): void {
    this.size = 0;
  }

  /** Leaves out those that are completed, or of which the asker knows that they are. */
  drop(what: 'completed' | 'seen'): void {
    const { size } = this;
    const pipes = this.#pipes;
    let kept = 0;
    for (let at = 0; at < size; at++) {
      const pipe = pipes[at]!;
      if (what === 'seen' ? !pipe.seen : !pipe.completed) pipes[kept++] = pipe;
    }
    this.size = kept;
    for (let at = kept; at < size; at++) pipes[at] = undefined;
  }
}
