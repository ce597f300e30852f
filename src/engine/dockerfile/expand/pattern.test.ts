import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPattern, readPattern, replaceAll, reverse, reversePattern } from './pattern.ts';

const read = (text: string) => {
  const result = readPattern(text);
  return result.ok ? result.pattern : [];
};

/** The same pattern as a regular expression; fine for short ones. */
const regex = (text: string, greedy: boolean) =>
  new RegExp(
    text.replace(/\*+|./gsu, (part) => (part.startsWith('*') ? `[^\\n]*${greedy ? '' : '?'}` : part === '?' ? '[^\\n]' : part.replace(/[^\w\s]/u, '\\$&'))),
    'gu',
  );

describe('patterns', () => {
  it('match where Go’s regular expressions do', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀') });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '\n'), maxLength: 6 });
    fc.assert(
      fc.property(text, pattern, fc.boolean(), (value, shape, greedy) => {
        const match = regex(shape, greedy).exec(value);
        expect(findPattern(read(shape), value, 0, greedy, false)).toEqual(match ? [match.index, match.index + match[0].length] : undefined);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it.each([
    ['a', 'banana', 'o', 'bonono'],
    ['', 'ab', '-', '-a-b-'],
    ['a*', 'xaax', '<$0>', 'x<aax>'],
    ['b', 'abc', '$$${0}$1${x}$', 'a$b$c'],
    ['b', 'abc', '${0', 'a${0c'],
  ])('%j in %j becomes %j: %j', (pattern, value, template, expected) => expect(replaceAll(read(pattern), value, template)).toBe(expected));

  it('are turned round with their escapes', () => {
    expect(reversePattern('a\\*c\\')).toBe('\\c\\*a');
    expect(reverse('a😀b')).toBe('b😀a');
  });

  it('take no more than pattern times text', () => {
    expect(findPattern(read('a*'.repeat(60) + 'b'), 'a'.repeat(5000), 0, true, false)).toBeUndefined();
  });
});
