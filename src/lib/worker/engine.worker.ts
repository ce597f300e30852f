/** The engine in a worker: one workspace, for the page that started it. */
import { createEngine } from './engine.ts';
import { lockName, type Request } from './protocol.ts';

const engine = createEngine();

self.addEventListener('message', (event: MessageEvent<Request>) => {
  void engine(event.data).then((reply) => self.postMessage(reply));
});

// Held until the worker ends, whichever way: the page waits for the same lock.
if (self.name !== '' && 'locks' in navigator) void navigator.locks.request(lockName(self.name), () => new Promise<never>(() => {}));
