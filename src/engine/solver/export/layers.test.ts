import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file } from '../../fs/index.ts';
import type { Node } from '../../fs/node.ts';
import { layerAsBlob } from './layers.ts';

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
