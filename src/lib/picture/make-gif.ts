/** Draws the frames of a film one after the other and has them encoded; can be cancelled between any two. */
import { drawnFrames, type FrameOf } from './film.ts';
import type { FromGif, ToGif } from './gif.worker.ts';
import { Easel, pixelsOf } from './raster.ts';

export interface GifJob {
  readonly frames: readonly FrameOf[];
  /** SVG text of a frame. */
  readonly draw: (frame: FrameOf) => string;
  readonly scale: number;
  readonly loop: boolean;
  readonly signal: AbortSignal;
  /** Frames that are done. */
  readonly onframe: (done: number) => void;
}

export interface MadeGif {
  readonly file: Blob;
  readonly frames: number;
}

/** Frames whose colours stand for all. */
const SAMPLES = 4;

/** Undefined where it was cancelled. */
export async function makeGif({ frames, draw, scale, loop, signal, onframe }: GifJob): Promise<MadeGif | undefined> {
  const last = frames.at(-1);
  if (!last) return undefined;
  const size = pixelsOf(draw(last), scale);
  const easel = new Easel(size, scale);
  const worker = new Worker(new URL('./gif.worker.ts', import.meta.url), { type: 'module' });
  try {
    const samples: Uint8ClampedArray[] = [];
    for (let at = 0; at < SAMPLES && !signal.aborted; at++) {
      await easel.draw(draw(frames[Math.round((at * (frames.length - 1)) / (SAMPLES - 1))]!));
      samples.push(easel.pixels());
    }
    await tell(worker, { begin: { ...size, samples, loop } }, samples);
    for (const { svg, delay, done } of drawnFrames(frames, draw)) {
      if (signal.aborted) return undefined;
      await easel.draw(svg);
      const pixels = easel.pixels();
      await tell(worker, { frame: pixels, delay }, [pixels]);
      onframe(done);
    }
    const made = await tell(worker, { end: true });
    return 'file' in made ? { file: new Blob([made.file], { type: 'image/gif' }), frames: made.frames } : undefined;
  } finally {
    worker.terminate();
  }
}

/** Asks the encoder and waits for its answer. */
function tell(worker: Worker, message: ToGif, given: readonly Uint8ClampedArray[] = []): Promise<FromGif> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FromGif>) => resolve(data);
    worker.onerror = () => reject(new Error('the encoder stopped'));
    worker.postMessage(message, given.map(({ buffer }) => buffer as ArrayBuffer));
  });
}
