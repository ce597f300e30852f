/**
 * The status stream of a build as the client receives it: BuildKit `solver/jobs.go: notifyStarted` and `solver/progress.go`.
 * A vertex that starts marks every input that was never completed as CACHED, deepest first: that is how steps show up that
 * nobody had to look at.
 */
import type { Digest } from '../fs/node.ts';
import type { StatusEvent, VertexRecord } from './record.ts';

type VertexFacts = Pick<VertexRecord, 'digest' | 'name' | 'inputs' | 'step' | 'group'>;

/** All have the same fields, and facts of different shapes stay outside: a large build changes thousands of them. */
interface VertexState {
  readonly facts: VertexFacts;
  started: number | undefined;
  completed: number | undefined;
  cached: boolean;
  error: string | undefined;
  /** Whether any message said CACHED. */
  everCached: boolean;
  firstStarted: number | undefined;
  wasCached: boolean;
}

/** See above: one for each build. */
export class StatusStream {
  readonly #now: () => number;
  readonly #vertices = new Map<Digest, VertexState>();
  readonly #events: StatusEvent[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  get events(): readonly StatusEvent[] {
    return this.#events;
  }

  /** Makes a vertex known, in the order of the stream. */
  announce(facts: VertexFacts): void {
    if (this.#vertices.has(facts.digest)) return;
    this.#vertices.set(facts.digest, {
      facts, started: undefined, completed: undefined, cached: false, error: undefined, everCached: false, firstStarted: undefined, wasCached: false,
    });
    this.#events.push({ type: 'vertex', time: this.#now(), vertex: facts.digest });
  }

  /** Says that a vertex starts; what is returned says how it ended. */
  start(digest: Digest, cached = false): (error?: string) => void {
    const vertex = this.#vertices.get(digest)!;
    const started = this.#now();
    this.#write(vertex, { started, cached });
    return (error) => this.#write(vertex, { started, completed: this.#now(), cached, ...(error !== undefined && { error }) });
  }

  /** A piece of work inside a vertex; what is returned reports how far it is, and its end. */
  status(vertex: Digest, id: string, total?: number): (progress: { readonly current?: number; readonly completed?: boolean }) => void {
    const started = this.#now();
    const write = (current?: number, completed?: boolean): void => {
      const time = this.#now();
      this.#events.push({
        type: 'status', time, vertex, id, started,
        ...(current !== undefined && { current }),
        ...(total !== undefined && { total }),
        ...(completed && { completed: time }),
      });
    };
    write(total === undefined ? undefined : 0);
    return ({ current, completed }) => write(current, completed);
  }

  log(vertex: Digest, stream: 1 | 2, text: string): void {
    this.#events.push({ type: 'log', time: this.#now(), vertex, stream, text });
  }

  warn(vertex: Digest, warning: { readonly message: string; readonly url?: string; readonly lines?: readonly (readonly [number, number])[] }): void {
    this.#events.push({ type: 'warning', time: this.#now(), vertex, ...warning });
  }

  /** Closes what is still open, and gives each vertex as the stream left it. */
  finish(): readonly VertexRecord[] {
    for (const vertex of this.#vertices.values()) {
      if (vertex.started === undefined || vertex.completed !== undefined) continue;
      const error = vertex.wasCached || vertex.error !== undefined ? vertex.error : 'context canceled';
      this.#write(vertex, { started: vertex.started, completed: this.#now(), cached: vertex.cached, ...(error !== undefined && { error }) });
    }
    return [...this.#vertices.values()].map(({ facts: { digest, name, inputs, step, group }, firstStarted, completed, everCached, error }) => ({
      digest, name, inputs, cached: everCached,
      ...(step !== undefined && { step }),
      ...(firstStarted !== undefined && { started: firstStarted }),
      ...(completed !== undefined && { completed }),
      ...(error !== undefined && { error }),
      ...(group && { group }),
    }));
  }

  #write(vertex: VertexState, change: VertexChange): void {
    set(vertex, change);
    if (vertex.facts.inputs.length > 0) this.#markInputs(vertex, change.started);
    if (change.cached) this.#markCached(vertex);
    this.#events.push({ type: 'vertex', time: this.#now(), vertex: vertex.facts.digest, ...change });
  }

  /** Every input that was never completed counts as CACHED now, and so do its own inputs before it. */
  #markInputs(vertex: VertexState, at: number): void {
    const change: VertexChange = { started: at, completed: at, cached: true };
    const pending: { readonly state: VertexState; next: number }[] = [{ state: vertex, next: 0 }];
    for (let top = pending.at(-1); top; top = pending.at(-1)) {
      const digest = top.state.facts.inputs[top.next++];
      if (digest === undefined) {
        pending.pop();
        if (top.state === vertex) continue;
        this.#markCached(top.state);
        this.#events.push({ type: 'vertex', time: this.#now(), vertex: top.state.facts.digest, ...change });
        continue;
      }
      const input = this.#vertices.get(digest);
      if (!input || input.cached || input.completed !== undefined) continue;
      set(input, change);
      pending.push({ state: input, next: 0 });
    }
  }

  #markCached(vertex: VertexState): void {
    vertex.everCached = true;
    const pending = [vertex];
    for (let at = pending.pop(); at; at = pending.pop()) {
      if (at.wasCached) continue;
      at.wasCached = true;
      for (const digest of at.facts.inputs) {
        const input = this.#vertices.get(digest);
        if (input) pending.push(input);
      }
    }
  }
}

interface VertexChange {
  readonly started: number;
  readonly completed?: number;
  readonly cached: boolean;
  readonly error?: string;
}

function set(vertex: VertexState, { started, completed, cached, error }: VertexChange): void {
  vertex.started = started;
  vertex.firstStarted ??= started;
  vertex.cached = cached;
  vertex.completed = completed;
  if (error !== undefined) vertex.error = error;
}
