/** Dispatches edges until nothing is left to do: BuildKit `solver/scheduler.go`, on a virtual clock instead of goroutines. */
import type { StoreDraft } from '../cache/store-draft.ts';
import type { Clock } from './clock.ts';
import type { Dep } from './dep.ts';
import { EdgeIndex } from './edge-index.ts';
import { Edge } from './edge.ts';
import type { CachedResult, Operation } from './operation.ts';
import { Phase } from './phase.ts';
import { Pipe, PipeList } from './pipe.ts';
import type { SolveError } from './solve-error.ts';

interface Output {
  readonly operation: Operation;
  readonly output: number;
}

/** See above: one for each build. */
export class Scheduler {
  readonly #clock: Clock;
  readonly #store: StoreDraft;
  /** Edges in line; those before `#next` were dispatched. */
  #queue: Edge[] = [];
  #next = 0;
  readonly #updates = new PipeList();
  readonly #index = new EdgeIndex();
  readonly #signal = (edge: Edge): void => {
    if (edge.queued) return;
    edge.queued = true;
    this.#queue.push(edge);
  };

  constructor(clock: Clock, store: StoreDraft) {
    this.#clock = clock;
    this.#store = store;
  }

  /** Brings outputs to their results, all at once. The first error stops the rest; everything that is due happens on the way. */
  solve(outputs: readonly Output[]): { readonly results: readonly CachedResult[] } | { readonly error: SolveError } {
    const roots = outputs.map(({ operation, output }) => this.#open(undefined, this.edge(operation, output), Phase.complete));
    const failed = (): Pipe | undefined => roots.find(({ error }) => error !== undefined);
    while (!failed() && roots.some(({ completed }) => !completed) && this.#step());
    const first = failed();
    if (!first) {
      const results = roots.flatMap(({ value }) => (value as Edge | undefined)?.result ?? []);
      return results.length === roots.length ? { results } : { error: { message: 'buildkit scheduler error: return leaving incoming open' } };
    }
    for (const root of roots) root.cancel();
    while (roots.some(({ completed }) => !completed) && this.#step());
    return { error: first.error! };
  }

  /** The edge of an output: its own, or the equal one that took it over. */
  edge(operation: Operation, output: number): Edge {
    const edges = (operation.edges ??= []);
    let edge = (edges[output] ??= new Edge(operation, output, this.#store, this.#signal));
    while (edge.owner) edge = edge.owner;
    return edge;
  }

  /** Asks the edge of an input to go so far. */
  ask(from: Edge, dep: Dep, desired: Phase): Pipe {
    const { operation, output } = from.operation.inputs[dep.index]!;
    return this.#open(from, this.edge(operation, output), desired, dep);
  }

  /** For a piece of work that an edge starts. */
  work(from: Edge): Pipe {
    const pipe = new Pipe(from, undefined, Phase.initial);
    from.outgoing.push(pipe);
    return pipe;
  }

  #open(from: Edge | undefined, target: Edge, desired: Phase, dep?: Dep): Pipe {
    const pipe = new Pipe(from, target, desired, dep);
    target.incoming.push(pipe);
    from?.outgoing.push(pipe);
    this.#signal(target);
    return pipe;
  }

  /** Dispatches the edge that waits longest, or lets time pass where none waits. */
  #step(): boolean {
    const edge = this.#queue[this.#next];
    if (!edge) {
      this.#queue = [];
      this.#next = 0;
      return this.#clock.step();
    }
    this.#next++;
    edge.queued = false;
    this.#dispatch(edge);
    return true;
  }

  #dispatch(edge: Edge): void {
    const updates = this.#updates;
    updates.clear();
    edge.waiting = false;
    const { incoming, outgoing } = edge;
    for (let at = 0; at < outgoing.size; at++) {
      const pipe = outgoing.at(at);
      if (pipe.receive()) updates.push(pipe);
      if (!pipe.seen) edge.waiting = true;
    }
    edge.unpark(updates, this);
    incoming.drop('completed');
    outgoing.drop('seen');
    if (!edge.keysChanged) return;
    edge.keysChanged = false;
    const key = edge.indexKey();
    const equal = key && this.#index.loadOrStore(key, edge);
    if (!equal || dependsOn(edge.operation, equal.operation) || dependsOn(equal.operation, edge.operation)) return;
    this.#merge(equal, edge);
  }

  /** Lets one edge take over from an equal one, so that what both stand for happens once. */
  #merge(target: Edge, source: Edge): void {
    if (!target.operation.ignoreCache && source.operation.ignoreCache) return;
    const { incoming, outgoing } = source;
    source.incoming = new PipeList();
    source.outgoing = new PipeList();
    for (let at = 0; at < incoming.size; at++) {
      const pipe = incoming.at(at);
      pipe.target = target;
      target.incoming.push(pipe);
    }
    for (let at = 0; at < outgoing.size; at++) {
      const pipe = outgoing.at(at);
      pipe.from = target;
      target.outgoing.push(pipe);
      pipe.cancel();
    }
    source.owner = target;
    this.#signal(target);
  }
}

/** Whether one is the other or reads it, directly or through others. */
function dependsOn(operation: Operation, other: Operation): boolean {
  const visited = new Set<Operation>();
  const pending = [operation];
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (at === other) return true;
    if (visited.has(at)) continue;
    visited.add(at);
    for (const input of at.inputs) pending.push(input.operation);
  }
  return false;
}
