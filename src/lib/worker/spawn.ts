import type { WorkerLike } from './client.ts';

/** Starts the engine's worker in a browser. */
export const spawnEngine = (name: string): WorkerLike => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name });
