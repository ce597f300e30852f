/**
 * Base images come in when something first needs their files, not when they are named: BuildKit's lazy refs. Blobs share one
 * link and unpack one after the other, lowest first.
 */
import { sizeOf } from '../../fs/index.ts';
import type { Digest } from '../../fs/index.ts';
import type { BaseImage, BaseLayer } from '../../image/base.ts';
import type { StoreDraft } from '../cache/store-draft.ts';
import type { Clock } from '../schedule/clock.ts';
import { extractLeast, extractRate, pullRate } from '../schedule/costs.ts';
import type { StatusStream } from '../stream.ts';

interface Pull {
  readonly waiting: (() => void)[];
  done: boolean;
}

export class Pulls {
  readonly #clock: Clock;
  readonly #stream: StatusStream;
  readonly #store: StoreDraft;
  readonly #running = new Map<Digest, Pull>();
  readonly #pulled = new Map<Digest, number>();
  /** When the link has brought all that was asked of it. */
  #linkFree = 0;

  constructor(clock: Clock, stream: StatusStream, store: StoreDraft) {
    this.#clock = clock;
    this.#stream = stream;
    this.#store = store;
  }

  /** Compressed bytes that travelled for a vertex. */
  bytes(vertex: Digest): number | undefined {
    return this.#pulled.get(vertex);
  }

  /** Calls back at once where the image's files are there; else pulls them in the name of a vertex. */
  need(image: BaseImage, vertex: Digest, ready: () => void): void {
    const missing = image.layers.filter((layer) => !this.#store.hasBlob(layer.digest));
    if (missing.length === 0) return ready();
    const running = this.#running.get(image.chainId);
    if (running) {
      running.waiting.push(ready);
      return;
    }
    const pull: Pull = { waiting: [ready], done: false };
    this.#running.set(image.chainId, pull);
    this.#pulled.set(vertex, missing.reduce((sum, layer) => sum + layer.size, 0));
    const complete = this.#stream.start(vertex);
    this.#fetch(image, missing, vertex, () => {
      complete();
      this.#running.delete(image.chainId);
      for (const waiting of pull.waiting) waiting();
    });
  }

  #fetch(image: BaseImage, layers: readonly BaseLayer[], vertex: Digest, done: () => void): void {
    const compressed = image.layers.reduce((sum, layer) => sum + layer.size, 0) || 1;
    const unpacked = sizeOf(image.root);
    const arrived = new Set<Digest>();
    let next = 0;
    let busy = false;
    const extract = (): void => {
      const layer = layers[next];
      if (!layer) return done();
      if (busy || !arrived.has(layer.digest)) return;
      busy = true;
      const report = this.#stream.status(vertex, `extracting ${layer.digest}`);
      this.#clock.after(Math.max(extractLeast, (unpacked * layer.size) / compressed / extractRate), () => {
        report({ completed: true });
        this.#store.putBlob(layer.digest);
        busy = false;
        next++;
        extract();
      });
    };
    for (const layer of layers) {
      const report = this.#stream.status(vertex, layer.digest, layer.size);
      const begins = Math.max(this.#linkFree, this.#clock.now);
      this.#linkFree = begins + layer.size / pullRate;
      for (const part of [0.25, 0.5, 0.75]) {
        if (layer.size < 1_000_000) break;
        this.#clock.after(begins - this.#clock.now + (part * layer.size) / pullRate, () => report({ current: Math.floor(layer.size * part) }));
      }
      this.#clock.after(this.#linkFree - this.#clock.now, () => {
        report({ current: layer.size, completed: true });
        arrived.add(layer.digest);
        extract();
      });
    }
  }
}
