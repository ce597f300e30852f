import type { Said } from './archive.worker.ts';
import type { Imported, ImportOptions } from './imported.ts';

/** Reads an archive in a worker of its own, which is ended when it is done or cancelled. */
export function readArchive(file: File, { signal, onprogress }: ImportOptions = {}): Promise<Imported> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./archive.worker.ts', import.meta.url), { type: 'module' });
    const end = (imported: Imported) => {
      worker.terminate();
      resolve(imported);
    };
    worker.onmessage = ({ data }: MessageEvent<Said>) => ('imported' in data ? end(data.imported) : onprogress?.(data.progress));
    worker.onerror = () => end({ kind: 'refused', message: { id: 'import.no-memory' } });
    if (signal?.aborted) return end({ kind: 'cancelled' });
    signal?.addEventListener('abort', () => end({ kind: 'cancelled' }), { once: true });
    worker.postMessage(file);
  });
}
