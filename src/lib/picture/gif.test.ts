import { describe, expect, it } from 'vitest';
import { readGif } from './gif-file.fixture.ts';
import { Gif } from './gif.ts';

const width = 8;
const height = 4;
/** A frame of one colour with one pixel of another. */
function frame(ground: number, spot?: { readonly at: number; readonly colour: number }): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const colour = spot?.at === at ? spot.colour : ground;
    pixels.set([colour >> 16, (colour >> 8) & 255, colour & 255, 255], 4 * at);
  }
  return pixels;
}
const white = frame(0xffffff);
const spotted = frame(0xffffff, { at: 9, colour: 0xd35400 });

function gifOf(frames: readonly (readonly [Uint8ClampedArray, number])[], loop = true) {
  const gif = new Gif({ width, height, loop, samples: frames.map(([pixels]) => pixels) });
  for (const [pixels, delay] of frames) gif.add(pixels, delay);
  const bytes = gif.finish();
  return { file: readGif(bytes), frames: gif.frames, bytes };
}

describe('a film as GIF', () => {
  it('has its size, its frames and how long each is seen', () => {
    const { file, frames } = gifOf([[white, 800], [spotted, 50], [white, 2_000]]);
    expect(file).toMatchObject({ signature: 'GIF89a', width, height, colours: 256 });
    expect(file.frames.map(({ delay }) => delay)).toEqual([800, 50, 2_000]);
    expect(frames).toBe(3);
  });

  it('shows a frame longer where the next is the same', () => {
    expect(gifOf([[white, 800], [white, 50], [spotted, 50], [spotted, 100]]).file.frames.map(({ delay }) => delay)).toEqual([850, 150]);
  });

  it('draws the first frame whole, and of every other only what differs', () => {
    expect(gifOf([[white, 100], [spotted, 100], [white, 100]]).file.frames.map(({ partial }) => partial)).toEqual([false, true, true]);
  });

  it('plays for ever or once', () => {
    expect(gifOf([[white, 100]]).file.repeat).toBe(0);
    expect(gifOf([[white, 100]], false).file.repeat).toBeUndefined();
  });

  it('is the same file each time', () => {
    const frames = [[white, 100], [spotted, 100]] as const;
    expect(gifOf(frames).bytes).toEqual(gifOf(frames).bytes);
  });
});
