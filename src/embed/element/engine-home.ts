/** The ways to a home for engines: a worker of the same origin, a worker that imports from another one, the page's own thread. */
import script from './engine-home.worker.ts?worker&url';
import type { Home, Way } from './engine-share.ts';
import type { Asked, Told } from './engine-home.worker.ts';

/** Milliseconds after which a worker that has said nothing counts as one that cannot begin, or hangs. */
const patience = { begin: 20_000, answer: 1_500 } as const;

/** All of them, in the order in which they are tried; in the page alone where that is wanted. */
export function waysHome(where: 'worker' | 'page'): readonly Way[] {
  const url = new URL(script, import.meta.url).href;
  const sameOrigin: Way = () => inWorker(() => new Worker(url, { type: 'module', name: 'layer-scope' }));
  // A worker has to come from the page's own origin, what it imports does not.
  const imported: Way = () => inWorker(() => fromText(`import ${JSON.stringify(url)};`));
  if (where === 'page') return [inPage];
  return new URL(url).origin === location.origin ? [sameOrigin, imported, inPage] : [imported, inPage];
}

function fromText(text: string): Worker {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
  const worker = new Worker(address, { type: 'module', name: 'layer-scope' });
  // The address is read when the worker begins, after this task.
  setTimeout(() => URL.revokeObjectURL(address), patience.begin);
  return worker;
}

/** Resolves when the worker has begun: a policy that forbids it lets it fail later, not at once. */
function inWorker(start: () => Worker): Promise<Home> {
  return new Promise((resolve, reject) => {
    const worker = start();
    const pings = new Set<() => void>();
    const home: Home = {
      onend: null,
      open: (port, name) => worker.postMessage({ kind: 'open', name } satisfies Asked, [port]),
      answers: () =>
        new Promise((answered) => {
          const timer = setTimeout(() => answered(false), patience.answer);
          pings.add(() => {
            clearTimeout(timer);
            answered(true);
          });
          worker.postMessage({ kind: 'ping' } satisfies Asked);
        }),
      end: () => worker.terminate(),
    };
    const giveUp = (): void => {
      worker.terminate();
      reject(new Error('no worker'));
    };
    const timer = setTimeout(giveUp, patience.begin);
    let begun = false;
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data === 'pong') {
        for (const answer of pings) answer();
        pings.clear();
        return;
      }
      begun = true;
      clearTimeout(timer);
      resolve(home);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      if (begun) home.onend?.();
      else giveUp();
    };
  });
}

/** Where no worker can be had. It cannot be ended from outside, and nothing in it takes long for what stands in a page. */
async function inPage(): Promise<Home> {
  const { serveEngine } = await import('./engine-port.ts');
  const ends = new Set<() => void>();
  return {
    onend: null,
    open: (port, name) => void ends.add(serveEngine(port, name)),
    answers: () => Promise.resolve(true),
    end() {
      for (const end of ends) end();
    },
  };
}

