/** Reads a GIF as far as tests ask: https://www.w3.org/Graphics/GIF/spec-gif89a.txt. */

export interface GifFile {
  readonly signature: string;
  readonly width: number;
  readonly height: number;
  /** Of the table of all frames. */
  readonly colours: number;
  /** How often it plays; absent: once. */
  readonly repeat?: number;
  /** Milliseconds that each frame is seen, and whether it leaves pixels as they were. */
  readonly frames: readonly { readonly delay: number; readonly partial: boolean }[];
}

export function readGif(bytes: Uint8Array): GifFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length));
  const packed = bytes[10]!;
  const colours = packed & 0x80 ? 2 << (packed & 7) : 0;
  const frames: { delay: number; partial: boolean }[] = [];
  let control = { delay: 0, partial: false };
  let repeat: number | undefined;
  let at = 13 + 3 * colours;
  const skipBlocks = () => {
    while (bytes[at] !== 0) at += bytes[at]! + 1;
    at++;
  };
  while (bytes[at] !== 0x3b) {
    if (at >= bytes.length) throw new Error('the file has no end');
    if (bytes[at] === 0x21) {
      const kind = bytes[at + 1];
      if (kind === 0xf9) control = { delay: view.getUint16(at + 4, true) * 10, partial: (bytes[at + 3]! & 1) === 1 };
      if (kind === 0xff && text(at + 3, 11) === 'NETSCAPE2.0') repeat = view.getUint16(at + 16, true);
      at += 2;
    } else {
      frames.push(control);
      const own = bytes[at + 9]!;
      at += 11 + (own & 0x80 ? 3 * (2 << (own & 7)) : 0);
    }
    skipBlocks();
  }
  return { signature: text(0, 6), width: view.getUint16(6, true), height: view.getUint16(8, true), colours, frames, ...(repeat !== undefined && { repeat }) };
}
