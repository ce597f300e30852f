/** Archives are read in a worker: unpacking is work without a pause, and ending the worker is the way to cancel it. */
import { openArchive } from './archive.ts';
import type { Imported, ImportProgress } from './imported.ts';
import { readSource } from './read-source.ts';

/** What the worker says: how far it is, then what came of it. */
export type Said = { readonly progress: ImportProgress } | { readonly imported: Imported };

const say = (said: Said) => self.postMessage(said);

self.addEventListener('message', (event: MessageEvent<File>) => {
  let last = -Infinity;
  const onprogress = (progress: ImportProgress) => {
    const now = performance.now();
    if (now - last < 50) return;
    last = now;
    say({ progress });
  };
  void readSource(() => openArchive(event.data), { onprogress }).then((imported) => say({ imported }));
});
