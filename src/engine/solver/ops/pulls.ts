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

/** What can be pulled: a base image, or a result of an imported cache. */
export interface PulledImage extends Pick<BaseImage, 'chainId' | 'layers' | 'root'> {
  /** Its vertex is CACHED all the same. */
  readonly cached?: boolean;
}

/** All pulls of one build. */
export class Pulls {
  readonly #clock: Clock;
  readonly #stream: StatusStream;
  readonly #store: StoreDraft;
  readonly #running = new Map<string, (() => void)[]>();
  /** Blobs on their way, and who waits for each. */
  readonly #coming = new Map<Digest, (() => void)[]>();
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

  /** Calls back when the image's blobs are there, which is all that an export needs. */
  bring(image: PulledImage, vertex: Digest, ready: () => void): void {
    this.#once(`bring ${image.chainId}`, ready, this.#missing(image).length === 0, (done) => {
      const complete = this.#stream.start(vertex, image.cached);
      this.#bringAll(image, vertex, () => undefined, () => {
        complete();
        done();
      });
    });
  }

  /** Calls back when the image's files can be read. Blobs come in the name of its vertex, and unpacked in the reporter's. */
  unpack(image: PulledImage, vertex: Digest, reporter: Digest, ready: () => void): void {
    const packed = image.layers.filter(({ digest }) => !this.#store.isUnpacked(digest));
    this.#once(`unpack ${image.chainId}`, ready, packed.length === 0, (done) => {
      const complete = reporter === vertex ? this.#stream.start(vertex, image.cached) : undefined;
      const advance = this.#extraction(image, packed, reporter, () => {
        complete?.();
        done();
      });
      this.#bringAll(image, vertex, advance, advance);
    });
  }

  #missing(image: PulledImage): readonly BaseLayer[] {
    return image.layers.filter(({ digest }) => !this.#store.hasBlob(digest));
  }

  /** Starts what is not there yet; who asks while it runs waits for the same end. */
  #once(name: string, ready: () => void, there: boolean, start: (done: () => void) => void): void {
    if (there) return ready();
    const running = this.#running.get(name);
    if (running) {
      running.push(ready);
      return;
    }
    const waiting = [ready];
    this.#running.set(name, waiting);
    start(() => {
      this.#running.delete(name);
      for (const each of waiting) each();
    });
  }

  #bringAll(image: PulledImage, vertex: Digest, arrived: () => void, done: () => void): void {
    const missing = this.#missing(image);
    if (missing.length === 0) return done();
    this.#pulled.set(vertex, missing.reduce((sum, layer) => sum + layer.size, 0));
    let open = missing.length;
    for (const layer of missing) {
      this.#bring(layer, vertex, () => {
        arrived();
        if (--open === 0) done();
      });
    }
  }

  #bring(layer: BaseLayer, vertex: Digest, arrived: () => void): void {
    const underway = this.#coming.get(layer.digest);
    if (underway) {
      underway.push(arrived);
      return;
    }
    const waiting = [arrived];
    this.#coming.set(layer.digest, waiting);
    const report = this.#stream.status(vertex, layer.digest, layer.size);
    const queue = Math.max(0, this.#linkFree - this.#clock.now);
    const travel = layer.size / pullRate;
    this.#linkFree = this.#clock.now + queue + travel;
    if (layer.size > 1_000_000) {
      for (const part of [0.25, 0.5, 0.75]) {
        this.#clock.after(queue + part * travel, () => report({ current: Math.floor(layer.size * part) }));
      }
    }
    this.#clock.after(queue + travel, () => {
      report({ current: layer.size, completed: true });
      this.#store.putBlob(layer.digest);
      this.#coming.delete(layer.digest);
      for (const each of waiting) each();
    });
  }

  /** Called whenever a blob has come: unpacks what can be unpacked, and ends when all is there. */
  #extraction(image: PulledImage, packed: readonly BaseLayer[], vertex: Digest, done: () => void): () => void {
    const compressed = image.layers.reduce((sum, layer) => sum + layer.size, 0) || 1;
    const unpacked = sizeOf(image.root);
    let next = 0;
    let busy = false;
    let ended = false;
    const advance = (): void => {
      if (busy) return;
      const layer = packed[next];
      if (!layer) {
        if (!ended) done();
        ended = true;
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
