/** Dispatches edges until nothing is left to do: BuildKit `solver/scheduler.go`, on a virtual clock instead of goroutines. */
import type { StoreDraft } from '../cache/store-draft.ts';
import type { Clock } from './clock.ts';
import { nothingKnown } from './dep.ts';
import { EdgeIndex } from './edge-index.ts';
import { Edge } from './edge.ts';
import type { EdgeRequest } from './edge-state.ts';
import { Phase } from './edge-state.ts';
import type { CachedResult, Operation } from './operation.ts';
import { Pipe } from './pipe.ts';
import type { SolveError } from './solve-error.ts';

interface Output {
  readonly operation: Operation;
  readonly output: number;
}

type Work = (done: (value: unknown, error?: SolveError) => void) => (() => void) | undefined;

/** See above: one for each build. */
export class Scheduler {
  readonly #clock: Clock;
  readonly #store: StoreDraft;
  readonly #queue = new Set<Edge>();
  readonly #incoming = new Map<Edge, Pipe[]>();
  readonly #outgoing = new Map<Edge, Pipe[]>();
  readonly #edges = new Map<Operation, Map<number, Edge>>();
  readonly #index = new EdgeIndex();
  readonly #signal = (edge: Edge): void => {
    this.#queue.add(edge);
  };

  constructor(clock: Clock, store: StoreDraft) {
    this.#clock = clock;
    this.#store = store;
  }

  /** Brings outputs to their results, all at once. The first error stops the rest; everything that is due happens on the way. */
  solve(outputs: readonly Output[]): { readonly results: readonly CachedResult[] } | { readonly error: SolveError } {
    const request = { desired: Phase.complete, current: nothingKnown, currentKeys: 0 };
    const roots = outputs.map(({ operation, output }) => this.#open(undefined, this.edge(operation, output), request));
    const failed = (): Pipe | undefined => roots.find(({ sent }) => sent.error !== undefined);
    while (!failed() && roots.some(({ sent }) => !sent.completed) && this.#step());
    const first = failed();
    if (!first) {
      const results = roots.flatMap(({ sent }) => (sent.value as Edge | undefined)?.result ?? []);
      return results.length === roots.length ? { results } : { error: { message: 'buildkit scheduler error: return leaving incoming open' } };
    }
    for (const root of roots) root.cancel();
    while (roots.some(({ sent }) => !sent.completed) && this.#step());
    return { error: first.sent.error! };
  }

  /** The edge of an output: its own, or the equal one that took it over. */
  edge(operation: Operation, output: number): Edge {
    let outputs = this.#edges.get(operation);
    if (!outputs) this.#edges.set(operation, (outputs = new Map<number, Edge>()));
    let edge = outputs.get(output);
    if (!edge) outputs.set(output, (edge = new Edge(operation, output, this.#store)));
    while (edge.owner) edge = edge.owner;
    return edge;
  }

  ask(from: Edge, operation: Operation, output: number, request: EdgeRequest): Pipe {
    return this.#open(from, this.edge(operation, output), request);
  }

  /** Starts a piece of work for an edge. */
  work(from: Edge, work: Work): Pipe {
    const pipe = new Pipe(this.#signal, from, undefined);
    append(this.#outgoing, from, pipe);
    pipe.start(work);
    return pipe;
  }

  #open(from: Edge | undefined, target: Edge, request: EdgeRequest): Pipe {
    const pipe = new Pipe(this.#signal, from, target, request);
    append(this.#incoming, target, pipe);
    if (from) append(this.#outgoing, from, pipe);
    this.#signal(target);
    return pipe;
  }

  /** Dispatches the edge that waits longest, or lets time pass where none waits. */
  #step(): boolean {
    const [edge] = this.#queue;
    if (!edge) return this.#clock.step();
    this.#queue.delete(edge);
    this.#dispatch(edge);
    return true;
  }

  #dispatch(edge: Edge): void {
    const outgoing = this.#outgoing.get(edge)?.slice() ?? none;
    const updates = outgoing.filter(isNew);
    edge.waiting = outgoing.some(isUnseen);
    edge.unpark(this.#incoming.get(edge)?.slice() ?? none, updates, outgoing, this);
    keep(this.#incoming, edge, isUnanswered);
    keep(this.#outgoing, edge, isUnseen);
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
    for (const pipe of this.#incoming.get(source) ?? []) {
      pipe.target = target;
      append(this.#incoming, target, pipe);
    }
    for (const pipe of this.#outgoing.get(source) ?? []) {
      pipe.from = target;
      append(this.#outgoing, target, pipe);
      pipe.cancel();
    }
    this.#incoming.delete(source);
    this.#outgoing.delete(source);
    source.owner = target;
    this.#signal(target);
  }
}

function append(map: Map<Edge, Pipe[]>, edge: Edge, pipe: Pipe): void {
  const list = map.get(edge);
  if (list) list.push(pipe);
  else map.set(edge, [pipe]);
}

function keep(map: Map<Edge, Pipe[]>, edge: Edge, open: (pipe: Pipe) => boolean): void {
  const list = map.get(edge);
  if (!list || list.every(open)) return;
  const rest = list.filter(open);
  if (rest.length > 0) map.set(edge, rest);
  else map.delete(edge);
}

const none: readonly Pipe[] = [];
const isNew = (pipe: Pipe): boolean => pipe.receive();
const isUnseen = (pipe: Pipe): boolean => !pipe.seen.completed;
const isUnanswered = (pipe: Pipe): boolean => !pipe.sent.completed;

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
