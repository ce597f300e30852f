import { describe, expect, it } from 'vitest';
import { gzip, writeTar, type LayerEntry } from '#engine/fs/index.ts';
import { encodeUtf8 } from '#engine/source/utf8.ts';
import { holdsImage } from './image-archive.ts';

const digest = 'ab'.repeat(32);

function tarOf(paths: readonly string[], text = 'x'): Uint8Array {
  const bytes = encodeUtf8(text);
  return writeTar(paths.map((path): LayerEntry => (path.endsWith('/') ? { path, type: 'dir', mode: 0o755, uid: 0, gid: 0, size: 0, mtime: 0 } : { path, type: 'file', mode: 0o644, uid: 0, gid: 0, size: bytes.length, mtime: 0, content: { kind: 'bytes', bytes } })));
}

const file = (bytes: Uint8Array) => new File([bytes as Uint8Array<ArrayBuffer>], 'a.tar');

describe('an archive', () => {
  it.each([
    ['that docker saves now', ['blobs/', 'blobs/sha256/', `blobs/sha256/${digest}`, 'index.json', 'manifest.json', 'oci-layout']],
    ['that docker saved before', [`${digest}/`, `${digest}/VERSION`, `${digest}/layer.tar`, 'manifest.json', 'repositories']],
    ['that starts with the layout file', ['oci-layout', 'index.json']],
  ])('%s holds images, packed or not', async (_, paths) => {
    expect(await holdsImage(file(tarOf(paths)))).toBe(true);
    expect(await holdsImage(file(gzip(tarOf(paths))))).toBe(true);
  });

  it('of a project does not, even with a manifest.json or an index.json of its own', async () => {
    expect(await holdsImage(file(tarOf(['manifest.json', 'index.json', 'src/', 'src/main.ts', 'Dockerfile'])))).toBe(false);
  });

  it('is looked through behind large files', async () => {
    expect(await holdsImage(file(tarOf(['a.bin', 'b.bin', `blobs/sha256/${digest}`], 'y'.repeat(70_000))))).toBe(true);
  });

  it('that is cut off, empty or none gives an answer all the same', async () => {
    for (const bytes of [new Uint8Array(0), new Uint8Array(100), encodeUtf8('hello'), gzip(tarOf([`blobs/sha256/${digest}`])).subarray(0, 40), tarOf(['a']).subarray(0, 300)]) expect(await holdsImage(file(bytes))).toBe(false);
  });
});
