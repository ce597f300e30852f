import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPresentation } from './presentation.fixture.ts';
import { heights, plainPresentation, presentationNames, readPresentation, writePresentation } from './read-presentation.ts';
import type { Presentation } from './vocabulary.ts';

const read = (query: string): Presentation => {
  const values = new URLSearchParams(query);
  return readPresentation((name) => values.get(name));
};

describe('how an embed is presented', () => {
  it('is plain where nothing is written', () => {
    expect(read('')).toEqual(plainPresentation);
    expect(writePresentation(plainPresentation)).toEqual([]);
  });

  it('is read by names and values', () => {
    expect(read('view=graph&step=4&theme=Dark&lang=de&readonly&ui=lite&load=click&motion=off&height=480px&expect=hit, hit,miss&edit=src/a.js&file=go.mod&predict')).toEqual({
      view: 'graph', step: '4', theme: 'dark', lang: 'de', readonly: true, ui: 'lite', load: 'click', motion: 'off', height: 480, expect: ['hit', 'hit', 'miss'], edit: 'src/a.js', file: 'go.mod', predict: true,
    });
  });

  it.each([
    ['view=__proto__&theme=neon&ui=&load=never&motion=fast'],
    ['lang="><script>'],
    ['height=-1&height=2'],
    ['height=0'],
    ['height=1e9'],
    ['height=100%25'],
    ['expect=hit,perhaps'],
    ['expect='],
    ['step=&file=&edit='],
    [`step=${'9'.repeat(5_000)}`],
    ['readonly=false&predict=0'],
  ])('takes %s for not written', (query) => {
    expect(read(query)).toEqual(plainPresentation);
  });

  it('has a height that can be looked at', () => {
    expect([read('height=1').height, read('height=99999').height]).toEqual([heights.least, heights.most]);
  });

  it('comes back as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(anyPresentation, (presentation) => {
        const written = new Map(writePresentation(presentation));
        expect(readPresentation((name) => written.get(name))).toEqual(presentation);
      }),
      { seed: 10, numRuns: 500 },
    );
  });

  it('writes every name that it has', () => {
    const all: Required<Presentation> = { view: 'graph', step: '1', file: 'a', theme: 'dark', lang: 'de', readonly: true, ui: 'lite', load: 'eager', motion: 'off', height: 300, expect: ['hit'], edit: 'b', predict: true };
    expect(writePresentation(all).map(([name]) => name)).toEqual(presentationNames);
    expect(Object.keys(all).sort()).toEqual([...presentationNames].sort());
  });
});
