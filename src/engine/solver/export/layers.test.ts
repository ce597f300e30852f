import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file, sizeOf } from '../../fs/index.ts';
import type { Node } from '../../fs/node.ts';
import { resolveImage } from '../../registry/index.ts';
import { exportLayers, layerAsBlob } from './layers.ts';

const layerOf = (...entries: [string, Node][]) => layerAsBlob({ kind: 'diff', lower: emptyDir(), upper: dirOf(entries), created: 0, description: 'COPY', fidelity: 'exact' } as Parameters<typeof layerAsBlob>[0]);

describe('a layer with much described content', () => {
  const bulk: [string, Node] = ['bulk', described(50_000_000, 'bulk')];

  it('still differs where a text beside it does, of the same length and time', () => {
    expect(layerOf(bulk, ['a', file('one')]).digest).not.toBe(layerOf(bulk, ['a', file('two')]).digest);
    expect(layerOf(bulk, ['a', file('one')]).digest).toBe(layerOf(bulk, ['a', file('one')]).digest);
  });

  it('differs with its description', () => {
    expect(layerOf(bulk).digest).not.toBe(layerOf(['bulk', described(50_000_000, 'other')]).digest);
  });
});

describe('a layer of a base image', () => {
  it('has its unpacked bytes as its size: together they are the files of the image', () => {
    const image = resolveImage('docker.io/library/alpine:3.20', 'linux/amd64');
    if ('error' in image) throw new Error(image.error);
    const layers = image.layers.map((layer) => ({ kind: 'base', layer, image }) as const);
    const records = exportLayers({ tree: image.root, layers, fidelity: image.fidelity, notes: [] }, undefined, new Map()).map(({ record }) => record);
    expect(records.map(({ blob }) => blob!.size)).toEqual(image.layers.map(({ size }) => size));
    expect(records.reduce((sum, { size }) => sum + size, 0)).toBe(sizeOf(image.root));
  });
});
