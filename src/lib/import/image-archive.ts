/**
 * Whether a tar is an archive of images and no project, by the names of its first entries: blobs under their digests, as image
 * layouts and `docker save` have them since Docker 25, or layers in folders named by digests, as before. Reads no more than needed.
 */
import { decodeUtf8 } from '#engine/source/utf8.ts';

/** Entries that are looked at, and bytes that a packed archive is unpacked to for that. */
const mostEntries = 200;
const mostBytes = 1_000_000;

const telling = [/^blobs\/sha256\/[0-9a-f]{64}$/, /^oci-layout$/, /^[0-9a-f]{64}\/(?:layer\.tar|VERSION)$/, /^[0-9a-f]{64}\.json$/];

/** A tar by its first bytes: plain, or packed with gzip. Tars that are packed otherwise count as projects. */
export async function holdsImage(file: File): Promise<boolean> {
  const [first = 0, second = 0] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const packed = first === 0x1f && second === 0x8b;
  const head = packed ? await unpackedHead(file) : undefined;
  const read = async (from: number) => head?.subarray(from, from + 512) ?? new Uint8Array(await file.slice(from, from + 512).arrayBuffer());
  let at = 0;
  for (let entries = 0; entries < mostEntries; entries++) {
    const header = await read(at);
    if (header.length < 512 || header[0] === 0) return false;
    const name = textAt(header, 0, 100).replace(/^\.\//, '');
    if (telling.some((pattern) => pattern.test(name))) return true;
    const size = parseInt(textAt(header, 124, 12).trim(), 8);
    if (!Number.isSafeInteger(size) || size < 0) return false;
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return false;
}

function textAt(header: Uint8Array, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return decodeUtf8(end < 0 ? field : field.subarray(0, end));
}

/** What the first part of a gzip unpacks to. */
async function unpackedHead(file: File): Promise<Uint8Array> {
  const head = new Uint8Array(mostBytes);
  let length = 0;
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    while (length < mostBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      const part = value.subarray(0, mostBytes - length);
      head.set(part, length);
      length += part.length;
    }
  } catch {
    // Cut off or damaged: what came so far tells as much as can be told.
  }
  void reader.cancel().catch(() => undefined);
  return head.subarray(0, length);
}
