/**
 * The status stream of a build as the client receives it: BuildKit `solver/jobs.go: notifyStarted` and `solver/progress.go`.
 * A vertex that starts marks every input that was never completed as CACHED, deepest first: that is how steps show up that
 * nobody had to look at.
 */
import type { Digest } from '../fs/node.ts';
import type { StatusEvent, VertexRecord } from './record.ts';

/** What does not change while a vertex is built. */
export type VertexFacts = Pick<VertexRecord, 'digest' | 'name' | 'inputs' | 'step' | 'group'>;

/** A record while it is filled in. */
export type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

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

/** What was said in a part of a build, and how that left the vertices that it was about. */
export interface Tape {
  readonly events: readonly StatusEvent[];
  readonly states: readonly Readonly<VertexState>[];
}

/** See above: one for each build. */
export class StatusStream {
  readonly #now: () => number;
  readonly #stopped: () => boolean;
  readonly #vertices = new Map<Digest, VertexState>();
  readonly #events: StatusEvent[] = [];

  /** `stopped`: from when on nothing more is heard of the build. */
  constructor(now: () => number, stopped: () => boolean = () => false) {
    this.#now = now;
    this.#stopped = stopped;
  }

  get events(): readonly StatusEvent[] {
    return this.#events;
  }

  /** Makes a vertex known, in the order of the stream. */
  announce(facts: VertexFacts): void {
    if (this.#vertices.has(facts.digest) || this.#stopped()) return;
    this.#vertices.set(facts.digest, {
      facts, started: undefined, completed: undefined, cached: false, error: undefined, everCached: false, firstStarted: undefined, wasCached: false,
    });
    this.#events.push({ type: 'vertex', time: this.#now(), vertex: facts.digest });
  }

  /** Says that a vertex starts; what is returned says how it ended. */
  start(digest: Digest, cached = false): (error?: string) => void {
    const vertex = this.#vertices.get(digest);
    if (!vertex || this.#stopped()) return () => {};
    const started = this.#now();
    this.#write(vertex, { started, cached });
    return (error) => {
      if (!this.#stopped()) this.#write(vertex, { started, completed: this.#now(), cached, ...(error !== undefined && { error }) });
    };
  }

  /** A piece of work inside a vertex; what is returned reports how far it is, and its end. */
  status(vertex: Digest, id: string, total?: number): (progress: { readonly current?: number; readonly completed?: boolean }) => void {
    const started = this.#now();
    const write = (current?: number, completed?: boolean): void => {
      if (this.#stopped()) return;
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
    if (!this.#stopped()) this.#events.push({ type: 'log', time: this.#now(), vertex, stream, text });
  }

  warn(vertex: Digest, warning: { readonly message: string; readonly url?: string; readonly lines?: readonly (readonly [number, number])[] }): void {
    if (!this.#stopped()) this.#events.push({ type: 'warning', time: this.#now(), vertex, ...warning });
  }

  /** What was said since there were so many events, of these vertices alone. */
  taped(since: number, vertices: Iterable<Digest>): Tape {
    return { events: this.#events.slice(since), states: Array.from(vertices, (digest) => ({ ...this.#vertices.get(digest)! })) };
  }

  /** Says it again at the same times; `change` gives what is to be said in place of an event. */
  play({ events, states }: Tape, change: (event: StatusEvent) => StatusEvent): void {
    for (const state of states) this.#vertices.set(state.facts.digest, { ...state });
    for (const event of events) this.#events.push(event.type === 'status' ? change(event) : event);
  }

  /** Closes what is still open, and gives each vertex as the stream left it, for its key to be filled in. */
  finish(): readonly Writable<VertexRecord>[] {
    for (const vertex of this.#vertices.values()) {
      if (vertex.started === undefined || vertex.completed !== undefined) continue;
      const error = vertex.wasCached || vertex.error !== undefined ? vertex.error : 'context canceled';
      this.#write(vertex, { started: vertex.started, completed: this.#now(), cached: vertex.cached, ...(error !== undefined && { error }) });
    }
    return Array.from(this.#vertices.values(), recordOf);
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

/** Field by field: a large build has hundreds, and joining parts takes several times as long. */
function recordOf({ facts: { digest, name, inputs, step, group }, firstStarted, completed, everCached, error }: VertexState): Writable<VertexRecord> {
  const record: Writable<VertexRecord> = { digest, name, inputs, cached: everCached };
  if (step !== undefined) record.step = step;
  if (firstStarted !== undefined) record.started = firstStarted;
  if (completed !== undefined) record.completed = completed;
  if (error !== undefined) record.error = error;
  if (group) record.group = group;
  return record;
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
