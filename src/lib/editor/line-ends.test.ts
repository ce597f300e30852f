import { Text } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasWindowsEnds, rangeWithoutReturns, withReturns, withoutReturns } from './line-ends.ts';

describe('Windows line ends', () => {
  it('are known where all ends are', () => {
    expect(hasWindowsEnds('a\r\nb\r\n')).toBe(true);
    expect(hasWindowsEnds('a\nb')).toBe(false);
    expect(hasWindowsEnds('a\r\nb\n')).toBe(false);
    expect(hasWindowsEnds('\na\r\n')).toBe(false);
    expect(hasWindowsEnds('a\rb\r\n')).toBe(false);
    expect(hasWindowsEnds('a')).toBe(false);
  });

  it('come back as they were, and places keep their characters', () => {
    const lines = fc.array(fc.constantFrom('', 'a', 'RUN b', '😀'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.nat(60), (parts, at) => {
        const file = parts.join('\r\n');
        const shown = withoutReturns(file);
        expect(withReturns(shown)).toBe(file);
        const offset = Math.min(at, file.length);
        const { from } = rangeWithoutReturns(Text.of(shown.split('\n')), { from: offset, to: offset });
        expect(shown.slice(from).length).toBe(withoutReturns(file[offset - 1] === '\r' ? file.slice(offset - 1) : file.slice(offset)).length);
      }),
      { seed: 4 },
    );
  });
});
