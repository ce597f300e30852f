/**
 * The engine in a worker: one workspace, for the page that started it. The engine is asked for at once, and beside it what tells which
 * of its parts the first request is likely to need, so that they come while the engine is still on its way.
 */
import { lockName, type Request } from './protocol.ts';

const engine = import('./engine.ts').then(({ createEngine }) => createEngine());
const foresight = import('./foresight.ts');

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  // What cannot be foreseen is loaded when the engine comes to it.
  foresight.then(({ foresee }) => foresee(data), () => undefined);
  // A worker without an engine is of no use: the page is told by its `error` event, and starts another.
  engine.then((answer) => answer(data)).then((reply) => self.postMessage(reply), reportError);
});

// Held until the worker ends, whichever way: the page waits for the same lock.
if (self.name !== '' && 'locks' in navigator) void navigator.locks.request(lockName(self.name), () => new Promise<never>(() => {}));
