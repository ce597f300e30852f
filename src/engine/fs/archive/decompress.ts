/** Finds and undoes the compression of an archive by its first bytes, as ADD does (moby `go-archive/compression`). */
import '#provided/formats';
import { decoding } from './coding.ts';

export type Compression = 'none' | 'gzip' | 'bzip2' | 'xz' | 'zstd';

export interface Decompressed {
  readonly format: Compression;
  /** All plain bytes, or those before the error. */
  readonly bytes: Uint8Array;
  /** Absent where the data was whole. */
  readonly error?: string;
}

class TooLarge extends Error {}

/** Collects what comes out, and ends the work where it becomes too much. */
class Output {
  private readonly parts: Uint8Array[] = [];
  private readonly max: number;
  size = 0;

  constructor(max: number) {
    this.max = max;
  }

  readonly push = (part: Uint8Array): void => {
    this.size += part.length;
    if (this.size > this.max) throw new TooLarge();
    this.parts.push(part);
  };

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.size);
    let at = 0;
    for (const part of this.parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}

const MAGIC: readonly (readonly [Compression, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

const MAX_BYTES = 256 << 20;
/** Plain bytes of an archive, at most `maxBytes`. What has no known beginning is taken as it is; for the rest the decoders must be there. */
export function decompress(bytes: Uint8Array, maxBytes = MAX_BYTES): Decompressed {
  const format = MAGIC.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0] ?? 'none';
  if (format === 'none') return { bytes, format };
  const decode = decoding.value[format];
  const output = new Output(maxBytes);
  try {
    decode(bytes, output.push);
  } catch (error) {
    const reason = error instanceof TooLarge ? `larger than ${maxBytes} bytes` : 'unexpected EOF';
    return { format, bytes: output.bytes(), error: reason };
  }
  return { format, bytes: output.bytes() };
}
