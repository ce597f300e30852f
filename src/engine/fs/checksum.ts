/** The digests that `md5sum`, `sha1sum` and their like print: of bytes as they are, and so not of use as keys. */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { contentChunks, contentSha256 } from './content.ts';
import type { Content } from './node.ts';

const HASHES = { md5, sha1, sha512 };

export type Algorithm = 'sha256' | keyof typeof HASHES;

/** Digest of the bytes of a content in lower-case hexadecimal digits, without the name of the algorithm. */
export function contentChecksum(content: Content, algorithm: Algorithm): string {
  if (algorithm === 'sha256') return contentSha256(content).slice('sha256:'.length);
  const state = HASHES[algorithm].create();
  for (const chunk of contentChunks(content)) state.update(chunk);
  return Array.from(state.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
