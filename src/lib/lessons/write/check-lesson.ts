import type { LessonFolder } from './lesson-folder.ts';
import type { Said } from './lesson.worker.ts';

/** Milliseconds of silence after which a folder is given up. */
const patience = 30_000;

export type Heard = Said | { readonly kind: 'stuck' };

/** Has a folder read and proved in a worker; gives what stops it. A worker that says nothing for long is ended. */
export function checkLesson({ slug, files }: LessonFolder, onsaid: (said: Heard) => void): () => void {
  const worker = new Worker(new URL('./lesson.worker.ts', import.meta.url), { type: 'module' });
  let timer = setTimeout(stuck, patience);
  const stop = () => {
    clearTimeout(timer);
    worker.terminate();
  };
  function stuck() {
    stop();
    onsaid({ kind: 'stuck' });
  }
  worker.onmessage = ({ data }: MessageEvent<Said>) => {
    clearTimeout(timer);
    if (data.kind === 'done' || data.kind === 'problems') stop();
    else timer = setTimeout(stuck, patience);
    onsaid(data);
  };
  worker.onerror = stuck;
  worker.postMessage({ slug, files: { ...files } });
  return stop;
}
