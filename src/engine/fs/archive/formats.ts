/** Undoing each compression: decoders that a project needs only when it has such an archive. */
import { Gunzip } from 'fflate';
import { Decompress as Unzstd } from 'fzstd';
import { bunzip2 } from './bunzip2.ts';
import { unxz } from './unxz.ts';

/** Compressed bytes → plain bytes, piece by piece; throws where the data is broken. */
export type Decoder = (bytes: Uint8Array, push: (part: Uint8Array) => void) => void;

/** Input goes in by this much at a time, so that a bomb is seen before it is large. */
const STEP = 64 << 10;

function feed(bytes: Uint8Array, push: (part: Uint8Array, last: boolean) => void): void {
  for (let at = 0; at < bytes.length; at += STEP) push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
}

export const decoders: Readonly<Record<'gzip' | 'bzip2' | 'xz' | 'zstd', Decoder>> = {
  gzip(bytes, push) {
    const stream = new Gunzip(push);
    feed(bytes, (part, last) => stream.push(part, last));
  },
  zstd(bytes, push) {
    const stream = new Unzstd(push);
    feed(bytes, (part, last) => stream.push(part, last));
  },
  bzip2: bunzip2,
  xz: unxz,
};
