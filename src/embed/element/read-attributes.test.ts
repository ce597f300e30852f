import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainPresentation, presentationNames } from '../read-presentation.ts';
import { readAttributes, sourceNames, type Ask } from './read-attributes.ts';

const asks = (given: Record<string, string>): Ask => (name) => given[name] ?? null;

describe('what an element shows', () => {
  const files = [{ path: 'Dockerfile', text: 'FROM scratch\n' }];

  it.each<[Record<string, string>, unknown]>([
    [{ scene: 'node-express' }, { kind: 'scene', scene: 'node-express' }],
    [{ lesson: 'order-matters' }, { kind: 'lesson', lesson: 'order-matters' }],
    [{ state: 'ls1.abc' }, { kind: 'link', link: 'ls1.abc' }],
    [{ state: ' #ls1.abc' }, { kind: 'link', link: 'ls1.abc' }],
    [{ src: 'https://layerscope.example/#ls1.abc' }, { kind: 'link', link: 'ls1.abc' }],
    [{ src: 'https://layerscope.example/e/node-express/#ls1.abc' }, { kind: 'link', link: 'ls1.abc' }],
    [{ src: 'https://layerscope.example/sub/e/node-express/?theme=dark#graph' }, { kind: 'scene', scene: 'node-express' }],
    [{ src: '/learn/order-matters' }, { kind: 'lesson', lesson: 'order-matters' }],
    [{ src: '/l/order-matters/' }, { kind: 'lesson', lesson: 'order-matters' }],
    [{ scene: 'node-express', lesson: 'order-matters' }, { kind: 'scene', scene: 'node-express' }],
    [{ state: 'ls1.a', src: '/e/b', scene: 'c' }, { kind: 'link', link: 'ls1.a' }],
  ])('%j', (given, source) => {
    expect(readAttributes(asks(given))).toEqual({ source, presentation: plainPresentation, wrong: [] });
  });

  it('is the files of the page, over a scene where one is named, under a link', () => {
    expect(readAttributes(asks({}), files).source).toEqual({ kind: 'files', files });
    expect(readAttributes(asks({ scene: 'node-express' }), files).source).toEqual({ kind: 'files', files, scene: 'node-express' });
    expect(readAttributes(asks({ state: 'ls1.a' }), files).source).toEqual({ kind: 'link', link: 'ls1.a' });
  });

  it('is nothing where nothing is named', () => {
    expect(readAttributes(asks({}))).toEqual({ presentation: plainPresentation, wrong: [] });
  });
});

describe('an attribute that makes no sense', () => {
  it.each([
    ['scene', '../x'],
    ['lesson', '<b>'],
    ['src', 'https://layerscope.example/'],
    ['src', 'javascript:alert(1)'],
    ['src', '/e/__proto__/'],
    ['view', 'timeline'],
    ['theme', '__proto__'],
    ['lang', '"><script>'],
    ['height', 'tall'],
    ['expect', 'hit,maybe'],
    ['step', '9'.repeat(5000)],
  ])('%s=%s counts as not written, and one sentence says so', (name, value) => {
    const { source, presentation, wrong } = readAttributes(asks({ [name]: value }));
    expect([source, presentation]).toEqual([undefined, plainPresentation]);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatch(new RegExp(`^${name}="`));
    expect(wrong[0]!.length).toBeLessThan(200);
  });

  it('is none where it is only written another way', () => {
    expect(readAttributes(asks({ view: ' Graph ', height: '99999px', expect: 'HIT, miss', readonly: 'false', predict: 'false', theme: '', scene: ' go-two-stages ' })).wrong).toEqual([]);
  });

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...presentationNames, ...sourceNames), fc.string({ unit: 'binary' })), (given) => {
        expect(() => readAttributes(asks(given))).not.toThrow();
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
