/** What is in a file: real bytes, or a description whose bytes are generated, block by block, when somebody reads them. */
import { decodeUtf8 } from '../source/utf8.ts';
import type { Content, Digest, FileNode } from './node.ts';
import { hasher, sha256 } from './sha256.ts';

/** Bytes that one seeded run of the generator gives; any range is made from the blocks it touches. */
const BLOCK = 65_536;
const EMPTY = new Uint8Array(0);

/** Bytes of a content. */
export function contentSize(content: Content): number {
  return content.kind === 'bytes' ? content.bytes.length : content.size;
}

/** FNV-1a over the UTF-16 units of a seed. */
function seedNumber(seed: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** Fills `words` with block `index` of a seed: xorshift32, written as little-endian bytes by the caller. */
function fillBlock(bytes: Uint8Array, seed: number, index: number): void {
  let x = Math.imul(seed ^ (index + 0x9e3779b9), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35) ^ index || 1;
  for (let i = 0; i < bytes.length; i += 4) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    bytes[i] = x;
    bytes[i + 1] = x >>> 8;
    bytes[i + 2] = x >>> 16;
    bytes[i + 3] = x >>> 24;
  }
}

/** The bytes of a content, piece by piece; a piece is only valid until the next one is asked for. */
export function* contentChunks(content: Content, from = 0, to = contentSize(content)): Generator<Uint8Array> {
  const end = Math.min(to, contentSize(content));
  let at = Math.max(from, 0);
  if (content.kind === 'bytes') {
    if (at < end) yield content.bytes.subarray(at, end);
    return;
  }
  const seed = seedNumber(content.seed);
  const block = new Uint8Array(BLOCK);
  while (at < end) {
    const index = Math.floor(at / BLOCK);
    fillBlock(block, seed, index);
    const start = at - index * BLOCK;
    const stop = Math.min(BLOCK, end - index * BLOCK);
    yield block.subarray(start, stop);
    at += stop - start;
  }
}

/** Bytes of a content from `from` up to `to` (default: all). Do not write to them. A described one is generated for the range only. */
export function bytesOf(content: Content, from = 0, to = contentSize(content)): Uint8Array {
  if (content.kind === 'bytes') return from <= 0 && to >= content.bytes.length ? content.bytes : content.bytes.subarray(from, to);
  const size = Math.min(to, content.size) - Math.max(from, 0);
  if (size <= 0) return EMPTY;
  const bytes = new Uint8Array(size);
  let n = 0;
  for (const chunk of contentChunks(content, from, to)) {
    bytes.set(chunk, n);
    n += chunk.length;
  }
  return bytes;
}

/** Texts of at most so many bytes are kept with their contents: a Dockerfile is read again in every build. */
const keptTextLimit = 65_536;
const texts = new WeakMap<Content, string>();

/** The text of a file, read as UTF-8. */
export function textOf({ content }: FileNode): string {
  if (contentSize(content) > keptTextLimit) return decodeUtf8(bytesOf(content));
  let text = texts.get(content);
  if (text === undefined) texts.set(content, (text = decodeUtf8(bytesOf(content))));
  return text;
}

const digests = new WeakMap<Content, Digest>();

/** sha256 of the bytes alone, memoised by the content object. */
export function contentSha256(content: Content): Digest {
  const known = digests.get(content);
  if (known) return known;
  let digest: Digest;
  if (content.kind === 'bytes') digest = sha256(content.bytes);
  else {
    const sum = hasher();
    for (const chunk of contentChunks(content)) sum.update(chunk);
    digest = sum.digest();
  }
  digests.set(content, digest);
  return digest;
}

/** Tells contents apart at little cost: sha256 of the bytes, or of the description where the bytes only stand in for others. */
export function contentFingerprint(content: Content): Digest {
  return content.kind === 'bytes' ? contentSha256(content) : sha256(`described\0${content.size}\0${content.seed}`);
}

/** True where both are known to hold the same bytes; described contents are compared by their description first. */
export function sameContent(a: Content, b: Content): boolean {
  if (a === b) return true;
  if (contentSize(a) !== contentSize(b)) return false;
  if (a.kind === 'described' && b.kind === 'described') return a.seed === b.seed || contentSha256(a) === contentSha256(b);
  if (a.kind === 'bytes' && b.kind === 'bytes') {
    for (let i = 0; i < a.bytes.length; i++) if (a.bytes[i] !== b.bytes[i]) return false;
    return true;
  }
  return contentSha256(a) === contentSha256(b);
}
