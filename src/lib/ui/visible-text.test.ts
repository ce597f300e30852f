import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleRuns, visibleText } from './visible-text.ts';

describe('text that somebody else wrote', () => {
  it('keeps every character that can be seen, in any script', () => {
    for (const text of ['main.go', 'my file "1".txt', "it's", '<b>x</b>', 'שלום.txt', '日本.md', '👩🏽.png', 'é']) expect(visibleText(text)).toBe(text);
  });

  it('writes control characters and marks that reorder text as escapes', () => {
    expect(visibleText('a\nb\u0000c\u001b[31m')).toBe('a\\nb\\x00c\\e[31m');
    expect(visibleText('photo\u202egnp.exe')).toBe('photo\\u202egnp.exe');
    expect(visibleText('a\ud800b')).toBe('a\\ud800b');
  });

  it('leaves line breaks and tabs in output', () => {
    expect(visibleText('a\tb\nc\r', '\n\t')).toBe('a\tb\nc\\r');
  });

  it('never loses text and never leaves a control character, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const runs = visibleRuns(text);
        expect(runs.filter((run) => !run.escape).reduce((n, run) => n + run.text.length, 0) + runs.filter((run) => run.escape).length).toBe(text.length);
        expect(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(visibleText(text))).toBe(false);
      }),
      { seed: 1 },
    );
  });
});
