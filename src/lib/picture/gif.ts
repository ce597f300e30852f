/** Frames → a GIF: one palette for all of them, and of each frame only what differs from the one before. */
import { GIFEncoder } from 'gifenc';
import { Nearest, paletteOf } from './palette.ts';

export interface GifOptions {
  readonly width: number;
  readonly height: number;
  /** Pixels of some frames, four bytes each: the colours of all are theirs. */
  readonly samples: readonly Uint8ClampedArray[];
  /** Plays again and again, or once. */
  readonly loop: boolean;
}

/** The place in the table of colours that stands for “as before”. */
const SAME = 255;

interface Waiting {
  readonly index: Uint8Array;
  delay: number;
}

/** Takes one frame after the other and keeps none of them. */
export class Gif {
  /** Frames that differ from the one before them. */
  frames = 0;
  readonly #options: GifOptions;
  readonly #encoder = GIFEncoder();
  readonly #nearest: Nearest;
  readonly #table: readonly (readonly [number, number, number])[];
  #last: Uint8Array | undefined;
  #waiting: Waiting | undefined;

  constructor(options: GifOptions) {
    this.#options = options;
    const palette = paletteOf(options.samples, SAME);
    this.#nearest = new Nearest(palette);
    this.#table = Array.from({ length: 256 }, (_, at) => [(palette[at] ?? 0) >> 16, ((palette[at] ?? 0) >> 8) & 255, (palette[at] ?? 0) & 255]);
  }

  /** `delay`: milliseconds that it is seen. A frame like the last makes that one longer. */
  add(pixels: Uint8ClampedArray, delay: number): void {
    const index = new Uint8Array(pixels.length / 4);
    let same = this.#last !== undefined;
    for (let at = 0, from = 0; at < index.length; at++, from += 4) {
      const colour = this.#nearest.indexOf((pixels[from]! << 16) | (pixels[from + 1]! << 8) | pixels[from + 2]!);
      index[at] = colour;
      same &&= this.#last![at] === colour;
    }
    if (same && this.#waiting) {
      this.#waiting.delay += delay;
      return;
    }
    const changes = this.#last ? index.map((colour, at) => (colour === this.#last![at] ? SAME : colour)) : index;
    this.#write();
    this.#waiting = { index: changes, delay };
    this.#last = index;
  }

  /** The file. */
  finish(): Uint8Array<ArrayBuffer> {
    this.#write();
    this.#encoder.finish();
    return this.#encoder.bytes();
  }

  #write(): void {
    if (!this.#waiting) return;
    const { width, height, loop } = this.#options;
    const { index, delay } = this.#waiting;
    const first = this.frames === 0;
    this.#encoder.writeFrame(index, width, height, { delay, dispose: 1, ...(first ? { palette: this.#table, repeat: loop ? 0 : -1 } : { transparent: true, transparentIndex: SAME }) });
    this.frames++;
  }
}
