/**
 * The engine of a frame: the site's worker. A frame that its page has put into a sandbox has no origin, and may start no worker of the
 * site's; it starts one of its own that imports the site's. Where that is not let either, the engine runs in the frame's thread.
 */
import type { WorkerLike } from '#lib/worker/client.ts';
import type { Reply, Request } from '#lib/worker/protocol.ts';
import { spawnEngine } from '#lib/worker/spawn.ts';
import workerUrl from '../../lib/worker/engine.worker.ts?worker&url';

/** Starts an engine: the first way that works. */
export function spawnInFrame(name: string): WorkerLike {
  return self.origin === 'null' ? new FirstThatRuns([importing, inThread], name) : new FirstThatRuns([spawnEngine, importing, inThread], name);
}

type Spawn = (name: string) => WorkerLike;

/** Of several ways to start an engine, the first that answers; what was asked until then is asked again. */
class FirstThatRuns implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  #ways: readonly Spawn[];
  #name: string;
  #worker: WorkerLike;
  /** What the worker was asked while it had not answered anything. */
  #asked: unknown[] | undefined = [];

  constructor(ways: readonly Spawn[], name: string) {
    this.#ways = ways;
    this.#name = name;
    this.#worker = this.#next();
  }

  postMessage(message: unknown): void {
    this.#asked?.push(message);
    this.#worker.postMessage(message);
  }

  terminate(): void {
    this.#worker.terminate();
  }

  #next(): WorkerLike {
    const [way, ...others] = this.#ways;
    this.#ways = others;
    let worker: WorkerLike;
    try {
      worker = way!(this.#name);
    } catch (refused) {
      if (others.length === 0) throw refused;
      return this.#next();
    }
    worker.onmessage = (event) => {
      this.#asked = undefined;
      this.onmessage?.(event);
    };
    worker.onerror = (event) => {
      if (!this.#asked || this.#ways.length === 0) return this.onerror?.(event);
      worker.terminate();
      this.#worker = this.#next();
      for (const message of this.#asked) this.#worker.postMessage(message);
    };
    return worker;
  }
}

/** A worker of the frame's own, which does nothing but import the site's; the site has to let anyone read it (CORS). */
function importing(name: string): WorkerLike {
  const script = URL.createObjectURL(new Blob([`import ${JSON.stringify(new URL(workerUrl, location.href).href)};`], { type: 'text/javascript' }));
  const worker = new Worker(script, { type: 'module', name });
  const { terminate } = worker;
  worker.terminate = () => {
    URL.revokeObjectURL(script);
    terminate.call(worker);
  };
  return worker;
}

/** No worker at all. */
function inThread(): WorkerLike {
  const engine = import('#lib/worker/engine.ts').then(({ createEngine }) => createEngine());
  let over = false;
  const worker: WorkerLike = {
    onmessage: null,
    onerror: null,
    postMessage(message) {
      void engine
        .then((answer) => answer(message as Request))
        .then((data: Reply) => {
          if (!over) worker.onmessage?.(new MessageEvent('message', { data }));
        });
    },
    terminate() {
      over = true;
    },
  };
  return worker;
}
