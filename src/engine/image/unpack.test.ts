import { describe, expect, it } from 'vitest';
import { dirOf, emptyDir, file, get, layerDigest, sha256, textOf } from '../fs/index.ts';
import type { DirNode } from '../fs/node.ts';
import { mediaTypes } from './manifest.ts';
import type { Blob } from './store.ts';
import { applyBlobs } from './unpack.ts';

const layer = (lower: DirNode, upper: DirNode): Blob => {
  const { diffId, size } = layerDigest(lower, upper);
  return { mediaType: mediaTypes.layer, digest: sha256(diffId), size, layer: { diffId, size, lower, upper, fidelity: 'exact' } };
};
const read = (root: DirNode | undefined, path: string): string | undefined => {
  const node = root && get(root, path);
  return node?.type === 'file' ? textOf(node) : undefined;
};

describe('layers unpacked', () => {
  const [old, current] = [dirOf([['a', file('old')]]), dirOf([['a', file('new')]])];
  const over = dirOf([['a', file('old')], ['b', file('b')]]);

  it('are what the highest of them stands for, where each stands on the one below', () => {
    expect(applyBlobs([layer(emptyDir(), old), layer(old, over)])).toBe(over);
  });

  it('keep the files below a layer that another image has over other files', () => {
    const root = applyBlobs([layer(emptyDir(), current), layer(old, over)]);
    expect([read(root, 'a'), read(root, 'b')]).toEqual(['new', 'b']);
  });

  it('keep the files below a layer that was made over nothing', () => {
    const root = applyBlobs([layer(emptyDir(), current), layer(emptyDir(), dirOf([['c', file('c')]]))]);
    expect([read(root, 'a'), read(root, 'c')]).toEqual(['new', 'c']);
  });
});
