/** sha256 in one place: the only door of the engine to a hash library. */
import { sha256 as noble } from '@noble/hashes/sha2.js';
import { encodeUtf8 } from '../source/utf8.ts';
import type { Digest } from './node.ts';

/** An incremental sha256. `update` returns the hasher itself; `digest` may be called once. */
export interface Hasher {
  update(data: Uint8Array | string): Hasher;
  digest(): Digest;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function digestOf(sum: Uint8Array): Digest {
  let hex = '';
  for (const byte of sum) hex += HEX[byte];
  return `sha256:${hex}`;
}

/** sha256 of bytes, or of a text's UTF-8. */
export function sha256(data: Uint8Array | string): Digest {
  return digestOf(noble(typeof data === 'string' ? encodeUtf8(data) : data));
}

/** A new incremental hasher. */
export function hasher(): Hasher {
  const state = noble.create();
  const self: Hasher = {
    update(data) {
      state.update(typeof data === 'string' ? encodeUtf8(data) : data);
      return self;
    },
    digest: () => digestOf(state.digest()),
  };
  return self;
}
