/** Encodes beside the page, so that nothing freezes: frames in, one word back for each, the file at the end. */
import { Gif, type GifOptions } from './gif.ts';

export type ToGif = { readonly begin: GifOptions } | { readonly frame: Uint8ClampedArray; readonly delay: number } | { readonly end: true };
export type FromGif = { readonly taken: true } | { readonly file: Uint8Array<ArrayBuffer>; readonly frames: number };

let gif: Gif | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToGif>) => {
  if ('begin' in data) gif = new Gif(data.begin);
  else if ('frame' in data) gif?.add(data.frame, data.delay);
  else if (gif) {
    const file = gif.finish();
    const done: FromGif = { file, frames: gif.frames };
    self.postMessage(done, { transfer: [file.buffer] });
    return;
  }
  self.postMessage({ taken: true } satisfies FromGif);
});
