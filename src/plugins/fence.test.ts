import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groups, own, type Fence } from './fence.ts';

const block = (meta: string, language = 'dockerfile'): Fence => ({ language, meta, text: 'FROM alpine\n' });
const attributes = (meta: string) => Object.fromEntries(own(block(meta))?.attributes ?? []);

describe('an info string', () => {
  it('is ours from the word layerscope on, and nobody’s before it', () => {
    expect(own(block(''))).toBeUndefined();
    expect(own(block('title="layerscope"'))).toBeUndefined();
    expect(own(block('layerscopes edit=a'))).toBeUndefined();
    expect(attributes('title="Dockerfile" {1,3} layerscope edit=a')).toEqual({ edit: 'a' });
  });

  it('has values bare, in either quotes, and names alone', () => {
    expect(attributes(`layerscope edit=src/a.js expect="hit, miss" title='He said "no"' readonly HEIGHT=400`)).toEqual({ edit: 'src/a.js', expect: 'hit, miss', title: 'He said "no"', readonly: '', height: '400' });
  });

  it('counts the first of two attributes of one name', () => {
    expect(attributes('layerscope view=graph view=editor')).toEqual({ view: 'graph' });
  });

  it.each(['layerscope ="x"', 'layerscope a="', 'layerscope a=\'b"', 'layerscope __proto__=x constructor', `layerscope ${'a="'.repeat(20_000)}`, `layerscope ${'=x '.repeat(20_000)}`])('is read whatever it is: %j', (meta) => {
    expect(own(block(meta))?.attributes).toBeInstanceOf(Map);
  });

  it('never throws, for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (meta) => {
        expect(own(block(`layerscope ${meta}`))?.attributes).toBeInstanceOf(Map);
      }),
      { seed: 12, numRuns: 200 },
    );
  });
});

describe('neighbouring blocks', () => {
  const first = block('layerscope');
  const file = block('layerscope file=a.js', 'js');

  it('belong together where those behind name their files', () => {
    const found = groups([undefined, first, file, file, block('', 'js'), first, first]);
    expect(found.groups.map(({ at, end, files }) => [at, end, files.length])).toEqual([
      [1, 4, 2],
      [5, 6, 0],
      [6, 7, 0],
    ]);
    expect(found.stray).toEqual([]);
  });

  it('that belong to nothing are left where they are', () => {
    expect(groups([file, undefined, first, undefined, file, block('layerscope', 'sh')]).stray.map(({ place }) => place)).toEqual([0, 4, 5]);
  });

  it('may be Dockerfiles too', () => {
    expect(groups([first, block('layerscope file=web.Dockerfile')]).groups).toHaveLength(1);
  });
});
