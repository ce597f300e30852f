import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentationIn, presentationQuery, stepNamed, type PagePresentation } from './presentation.ts';

const views = ['graph', 'timeline', 'layers'];
const read = (query: string) => presentationIn(query, views);

describe('the query of a page', () => {
  it('says how it is presented', () => {
    expect(read('?view=timeline&step=4&file=src/main.go&build=2&theme=dark&lang=de&readonly&ui=focus&motion=off&present')).toEqual({
      view: 'timeline',
      step: '4',
      file: 'src/main.go',
      build: 2,
      theme: 'dark',
      lang: 'de',
      readonly: true,
      ui: 'focus',
      motion: 'off',
      present: true,
    });
    expect(read('?build=next&theme=auto&ui=full&motion=auto')).toEqual({ build: 'next', theme: 'auto' });
  });

  it.each([
    ['', {}],
    ['?', {}],
    ['?demo=mtime-breaks-cache&narration', {}],
    ['?view=nowhere', {}],
    ['?view=__proto__', {}],
    ['?build=0', {}],
    ['?build=-1', {}],
    ['?build=1e9', {}],
    ['?build=two', {}],
    ['?theme=neon', {}],
    ['?lang="><script>', {}],
    ['?step=', {}],
    [`?step=${'9'.repeat(401)}`, {}],
    ['?readonly=false', {}],
    ['?readonly=0', {}],
    ['?readonly=yes', { readonly: true }],
    ['?view=layers&view=graph', { view: 'layers' }],
    ['?file=/etc/passwd', { file: 'etc/passwd' }],
    ['?%E0%A4%A=%', {}],
  ])('%s is read as far as it makes sense', (query, expected) => {
    expect(read(query)).toEqual(expected);
  });

  it('never throws, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        expect(() => read(query)).not.toThrow();
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('comes back as it was written', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9./ &=#%+é-]{0,20}[a-z]$/);
    const any: fc.Arbitrary<PagePresentation> = fc.record(
      {
        view: fc.constantFrom(...views),
        step: word,
        file: word,
        build: fc.oneof(fc.integer({ min: 1, max: 999 }), fc.constant('next' as const)),
        theme: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
        lang: fc.constantFrom('de', 'en'),
        readonly: fc.constant(true as const),
        ui: fc.constant('focus' as const),
        motion: fc.constant('off' as const),
        present: fc.constant(true as const),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(any, (one) => {
        expect(read(presentationQuery(one))).toEqual(one);
      }),
      { numRuns: 300, seed: 6 },
    );
    expect(presentationQuery({})).toBe('');
    expect(presentationQuery({ readonly: true, view: 'layers', file: 'src/main.go' })).toBe('?view=layers&file=src/main.go&readonly');
  });
});

describe('a step by its name', () => {
  const steps = [
    { id: '1.0', lines: { first: 8 } },
    { id: '0.0', lines: { first: 1 } },
    { id: '0.1', lines: { first: 2 } },
  ];

  it('is its id, or its number in the file', () => {
    expect(stepNamed(steps, '0.1')?.id).toBe('0.1');
    expect(stepNamed(steps, '1')?.id).toBe('0.0');
    expect(stepNamed(steps, '3')?.id).toBe('1.0');
    expect(['0', '4', 'x', '-1', ''].map((asked) => stepNamed(steps, asked))).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
