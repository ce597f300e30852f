import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLines } from './lines.ts';

const kinds = (text: string) => logLines(text).map((line) => line.kind);

describe('lines of the plain log', () => {
  it('are told apart by the words BuildKit prints', () => {
    expect(kinds('#5 [build 2/6] WORKDIR /src\n#5 CACHED\n\n#6 DONE 0.1s\n')).toEqual(['name', 'cached', 'blank', 'output']);
    expect(kinds('#9 ERROR: process "/bin/sh -c false" did not complete successfully: exit code: 1')).toEqual(['error']);
    expect(kinds('ERROR: failed to build: failed to solve: x\n   6 | >>> COPPY . .')).toEqual(['error', 'error']);
    expect(kinds(' 1 warning found (use docker --debug to expand):\n - StageNameCasing: x')).toEqual(['warning', 'output']);
  });

  it('are not mistaken for states where a program prints the word', () => {
    expect(kinds('#9 0.512 CACHED\n#9 0.6 no ERROR here')).toEqual(['output', 'output']);
  });

  it('put together are the text again', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }).map((line) => line.replaceAll('\n', ''))), (lines) => {
        expect(logLines(lines.map((line) => `${line}\n`).join('')).map((line) => line.text)).toEqual(lines);
      }),
      { seed: 1 },
    );
  });

  it('stay the same while the log grows, so that only what is new is drawn', () => {
    const before = logLines('#1 [internal] load\n#1 DONE 0.0s\n');
    const after = logLines('#1 [internal] load\n#1 DONE 0.0s\n#2 CACHED\n', before);
    expect(after.slice(0, 2).every((line, at) => line === before[at])).toBe(true);
    expect(after).toHaveLength(3);
  });
});
