/**
 * The page's side of the worker. It holds the log, so that a worker which was killed, crashed or hangs is replaced by a new one
 * and nothing is lost: the log is replayed, and the request that was under way is asked again, once.
 */
import { t } from '#messages/index.ts';
import type { Action } from '#engine/workspace/action.ts';
import { record, redo, rewind, undo, type Log, type NodeId } from '#engine/workspace/log.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { lockName, type Change, type Changed, type Kind, type Opened, type Question, type Replies, type Reply, type Request, type Requests } from './protocol.ts';

/** The part of a Worker that is used, so that tests can bring their own. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface ClientOptions {
  readonly spawn: (name: string) => WorkerLike;
  readonly log: Log;
  /** Where the log starts, in place of the scene that it names. */
  readonly scenario?: Scenario | undefined;
  /** Called when the log has changed: the moment to save it. */
  readonly onlog?: (log: Log) => void;
  /** Called when a worker was replaced, with the sentence for the reader. */
  readonly onrestart?: (sentence: string) => void;
  /** Milliseconds without a reply after which a worker counts as hanging. */
  readonly patience?: number;
}

/** Requests that hash or unpack as much as a person gives them. */
const slow: ReadonlySet<Kind> = new Set(['openArchive', 'saveImage']);

interface Pending {
  readonly request: Request;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly attempt: number;
  timer?: ReturnType<typeof setTimeout>;
}

export class EngineClient {
  #options: ClientOptions;
  #worker: WorkerLike | undefined;
  #generation = 0;
  #nextId = 1;
  #pending = new Map<number, Pending>();
  #log: Log;
  #ended = false;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#log = options.log;
  }

  get log(): Log {
    return this.#log;
  }

  /** Actions that the engine was told and has not answered for: they are not in the log yet. */
  get unconfirmed(): readonly Action[] {
    const asked = [...this.#pending.values()].map(({ request }) => request).sort((a, b) => a.id - b.id);
    return asked.flatMap((request) => (request.kind === 'dispatch' ? [(request.body as Requests['dispatch']).action] : []));
  }

  /** Replays a log (the kept one where none is given) and gives the first snapshot. */
  async open(log: Log = this.#log): Promise<Opened> {
    this.#log = log;
    return this.#ask('open', this.#opening());
  }

  dispatch(action: Action): Promise<Changed> {
    return this.#change('dispatch', { action }, (log) => record(log, action));
  }

  undo(): Promise<Changed> {
    return this.#change('undo', {}, undo);
  }

  redo(): Promise<Changed> {
    return this.#change('redo', {}, redo);
  }

  /** To any node of the log. */
  rewind(node: NodeId): Promise<Changed> {
    return this.#change('rewind', { node }, (log) => rewind(log, node));
  }

  ask<K extends Question>(kind: K, body: Requests[K]): Promise<Replies[K]> {
    return this.#ask(kind, body);
  }

  /** Another engine over the same scene with another log: nothing that is done there is kept. */
  beside(log: Log): EngineClient {
    const { onlog: _, ...options } = this.#options;
    return new EngineClient({ ...options, log });
  }

  #opening(): Requests['open'] {
    const { scenario } = this.#options;
    return { log: this.#log, ...(scenario && { scenario }) };
  }

  /** Ends the worker for good. */
  close(): void {
    this.#ended = true;
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #change(kind: Change, body: Requests[Change], step: (log: Log) => Log): Promise<Changed> {
    const changed = await this.#ask<Change>(kind, body);
    if (changed.ok) {
      this.#log = step(this.#log);
      this.#options.onlog?.(this.#log);
    }
    return changed;
  }

  #ask<K extends Kind>(kind: K, body: Requests[K]): Promise<Replies[K]> {
    return new Promise((resolve, reject) => {
      this.#send({ request: { id: this.#nextId++, kind, body }, resolve: resolve as (value: unknown) => void, reject, attempt: 1 });
    });
  }

  #send(pending: Pending): void {
    if (this.#ended) return pending.reject(new Error(t('state.engine-closed')));
    const worker = (this.#worker ??= this.#start());
    this.#pending.set(pending.request.id, pending);
    const patience = (this.#options.patience ?? 20_000) * (slow.has(pending.request.kind) ? 12 : 1);
    pending.timer = setTimeout(() => this.#replace(t('state.engine-slow')), patience);
    worker.postMessage(pending.request);
  }

  #start(): WorkerLike {
    const generation = ++this.#generation;
    const name = `${generation}-${this.#nextId}-${Math.random().toString(36).slice(2)}`;
    const worker = this.#options.spawn(name);
    worker.onmessage = (event: MessageEvent<Reply>) => this.#receive(event.data);
    worker.onerror = () => {
      if (generation === this.#generation) this.#replace(t('state.engine-stopped'));
    };
    this.#watch(name, generation);
    return worker;
  }

  /** Waits for the lock that the worker holds: getting it means that the worker is gone. */
  #watch(name: string, generation: number): void {
    if (typeof navigator === 'undefined' || !('locks' in navigator)) return;
    const alive = () => !this.#ended && generation === this.#generation;
    const wait = async () => {
      // The worker takes its lock when its script has run; wait until then. One that never does is watched by its silence alone.
      const held = async () => (await navigator.locks.query()).held?.some((lock) => lock.name === lockName(name)) ?? false;
      let taken = await held();
      for (let tries = 0; !taken && alive() && tries < 600; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        taken = await held();
      }
      if (!taken || !alive()) return;
      await navigator.locks.request(lockName(name), () => {
        if (alive()) this.#replace(t('state.engine-stopped'));
      });
    };
    void wait().catch(() => undefined);
  }

  #receive(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    if (!pending) return;
    clearTimeout(pending.timer);
    this.#pending.delete(reply.id);
    if ('fault' in reply) pending.reject(new Error(reply.unreachable ? t('state.engine-part-unreachable') : reply.fault));
    else pending.resolve(reply.value);
  }

  /** A new worker in place of one that is dead or hangs; what was asked is asked again, but only once. */
  #replace(sentence: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#generation++;
    const asked = [...this.#pending.values()].sort((a, b) => a.request.id - b.request.id);
    this.#pending.clear();
    for (const { timer } of asked) clearTimeout(timer);
    this.#options.onrestart?.(sentence);
    if (asked[0]?.request.kind !== 'open') void this.#ask('open', this.#opening()).catch(() => undefined);
    for (const pending of asked) {
      if (pending.attempt > 1) pending.reject(new Error(t('state.engine-stopped-twice')));
      else this.#send({ ...pending, attempt: 2 });
    }
  }
}
