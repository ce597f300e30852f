/** sha256 in one place: the only door of the engine to a hash library. */
import { sha256 as noble } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from '../source/utf8.ts';
import type { Digest } from './node.ts';

/** An incremental sha256. `update` returns the hasher itself; `digest` may be called once. */
export interface Hasher {
  update(data: Uint8Array | string): Hasher;
  digest(): Digest;
}

const PREFIX = 'sha256:';
const DIGITS = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const codes = Array.from({ length: PREFIX.length + 64 }, (_, i) => PREFIX.charCodeAt(i) || 0);

/** Made in one piece: a text that is put together from parts would keep them all in memory. */
function digestOf(sum: Uint8Array): Digest {
  let at = PREFIX.length;
  for (const byte of sum) {
    codes[at++] = DIGITS[byte >> 4]!;
    codes[at++] = DIGITS[byte & 15]!;
  }
  return String.fromCharCode(...codes) as Digest;
}

const scratch = new Uint8Array(16_384);

/** The bytes to hash, only valid until the next call: most texts here are short and plain, and need no array of their own. */
function bytesToHash(data: Uint8Array | string): Uint8Array {
  if (typeof data !== 'string') return data;
  if (data.length > scratch.length) return encodeUtf8(data);
  for (let i = 0; i < data.length; i++) {
    const code = data.charCodeAt(i);
    if (code > 0x7f) return encodeUtf8(data);
    scratch[i] = code;
  }
  return scratch.subarray(0, data.length);
}

/** sha256 of bytes, or of a text's UTF-8. */
export function sha256(data: Uint8Array | string): Digest {
  return digestOf(noble(bytesToHash(data)));
}

/** A new incremental hasher. */
export function hasher(): Hasher {
  const state = noble.create();
  const self: Hasher = {
    update(data) {
      state.update(bytesToHash(data));
      return self;
    },
    digest: () => digestOf(state.digest()),
  };
  return self;
}
