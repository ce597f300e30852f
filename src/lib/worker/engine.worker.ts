/**
 * The engine in a worker: one workspace, for the page that started it. This much is there at once; the engine, the scene and the parts
 * that they are likely to need are asked for side by side.
 */
import { foresee } from './foresight.ts';
import { lockName, type Request } from './protocol.ts';

const engine = import('./engine.ts').then(({ createEngine }) => createEngine());

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  void foresee(data);
  // A worker without an engine is of no use: the page is told by its `error` event, and starts another.
  engine.then((answer) => answer(data)).then((reply) => self.postMessage(reply), reportError);
});

// Held until the worker ends, whichever way: the page waits for the same lock.
if (self.name !== '' && 'locks' in navigator) void navigator.locks.request(lockName(self.name), () => new Promise<never>(() => {}));
