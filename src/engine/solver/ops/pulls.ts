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

  /**
   * Calls back at once where the image's layers are there; else brings them in the name of a vertex. An export needs only the
   * blobs, everything else needs them unpacked.
   */
  need(image: BaseImage, vertex: Digest, unpack: boolean, ready: () => void): void {
    const missing = image.layers.filter(({ digest }) => !this.#store.hasBlob(digest));
    const packed = unpack ? image.layers.filter(({ digest }) => !this.#store.isUnpacked(digest)) : [];
    if (missing.length === 0 && packed.length === 0) return ready();
    const running = this.#running.get(image.chainId);
    if (running) {
      running.waiting.push(ready);
      return;
    }
    const pull: Pull = { waiting: [ready] };
    this.#running.set(image.chainId, pull);
    if (missing.length > 0) this.#pulled.set(vertex, missing.reduce((sum, layer) => sum + layer.size, 0));
    const complete = this.#stream.start(vertex);
    const extraction = this.#extraction(image, packed, vertex, () => {
      complete();
      this.#running.delete(image.chainId);
      for (const waiting of pull.waiting) waiting();
    });
    for (const layer of missing) this.#fetch(layer, vertex, extraction);
    if (missing.length === 0) extraction();
  }

  #fetch(layer: BaseLayer, vertex: Digest, arrived: () => void): void {
    const report = this.#stream.status(vertex, layer.digest, layer.size);
    const wait = Math.max(0, this.#linkFree - this.#clock.now);
    const travel = layer.size / pullRate;
    this.#linkFree = this.#clock.now + wait + travel;
    if (layer.size > 1_000_000) {
      for (const part of [0.25, 0.5, 0.75]) {
        this.#clock.after(wait + part * travel, () => report({ current: Math.floor(layer.size * part) }));
      }
    }
    this.#clock.after(wait + travel, () => {
      report({ current: layer.size, completed: true });
      this.#store.putBlob(layer.digest);
      arrived();
    });
  }

  /** Called whenever a blob has come: unpacks what can be unpacked, and ends when all is there. */
  #extraction(image: BaseImage, packed: readonly BaseLayer[], vertex: Digest, done: () => void): () => void {
    const compressed = image.layers.reduce((sum, layer) => sum + layer.size, 0) || 1;
    const unpacked = sizeOf(image.root);
    let next = 0;
    let busy = false;
    const advance = (): void => {
      if (busy) return;
      const layer = packed[next];
      if (!layer) {
        if (image.layers.every(({ digest }) => this.#store.hasBlob(digest))) done();
        return;
      }
      if (!this.#store.hasBlob(layer.digest)) return;
      busy = true;
      const report = this.#stream.status(vertex, `extracting ${layer.digest}`);
      this.#clock.after(Math.max(extractLeast, (unpacked * layer.size) / compressed / extractRate), () => {
        report({ completed: true });
        this.#store.putUnpacked(layer.digest);
        busy = false;
        next++;
        advance();
      });
    };
    return advance;
  }
}
