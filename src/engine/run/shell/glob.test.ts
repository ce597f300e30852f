import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, escapePattern, matches, prefixLength } from './glob.ts';

const text = fc.array(fc.constantFrom('a', 'b', '*', '?', '[', ']', '-', '\\'), { maxLength: 10 }).map((parts) => parts.join(''));

describe('shell patterns', () => {
  it('match themselves when escaped, and only themselves', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(matches(compilePattern(escapePattern(one)), other)).toBe(one === other);
      }),
      { seed: 21 },
    );
  });

  it('find the shortest and the longest beginning that matches as a whole', () => {
    fc.assert(
      fc.property(text, text, (source, subject) => {
        const pattern = compilePattern(source);
        const lengths = Array.from({ length: subject.length + 1 }, (_, i) => i).filter((i) => matches(pattern, subject.slice(0, i)));
        expect(prefixLength(pattern, subject, false)).toBe(lengths[0]);
        expect(prefixLength(pattern, subject, true)).toBe(lengths.at(-1));
      }),
      { seed: 22, numRuns: 500 },
    );
  });
});
