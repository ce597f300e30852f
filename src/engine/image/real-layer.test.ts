import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, layerDigest, put, sha256 } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import { realLayerBlob } from './real-layer.ts';

const content = (lower: DirNode, upper: DirNode) => ({ ...layerDigest(lower, upper), lower, upper, fidelity: 'exact' as const });

describe('a real layer', () => {
  it('is the gzip of the tar that the diffID is of', () => {
    const lower = dirOf([['etc', dirOf([['motd', file('hello')]])]]);
    const layer = content(lower, put(lower, 'app/main.txt', file('x'.repeat(5000))));
    const blob = realLayerBlob(layer)!;
    expect(sha256(blob.bytes)).toBe(blob.digest);
    expect(blob.bytes.length).toBe(blob.size);
    expect(sha256(gunzipSync(blob.bytes))).toBe(layer.diffId);
    expect(realLayerBlob(layer)).toBe(blob);
  });

  it('has the header that Go writes', () => {
    const blob = realLayerBlob(content(emptyDir(), dirOf([['a', file('a')]])))!;
    expect([...blob.bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
  });

  it('is nothing where bytes are only described, the tar is large, or it is not that of the diffID', () => {
    expect(realLayerBlob(content(emptyDir(), dirOf([['a', described(10, 's')]])))).toBeUndefined();
    const layer = content(emptyDir(), dirOf([['a', file('a')]]));
    expect(realLayerBlob({ ...layer, size: 5_000_000 })).toBeUndefined();
    expect(realLayerBlob({ ...layer, diffId: sha256('other') })).toBeUndefined();
    expect(realLayerBlob({ diffId: layer.diffId, size: 1, fidelity: 'modelled' })).toBeUndefined();
  });
});
