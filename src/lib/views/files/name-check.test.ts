import { describe, expect, it } from 'vitest';
import { pathProblem, tidyPath } from './name-check.ts';

describe('a typed file name', () => {
  it('is a path in the context, however it was typed', () => {
    expect(tidyPath('/docs//a b.txt/')).toBe('docs/a b.txt');
    expect(tidyPath('./x')).toBe('x');
  });

  it('can hold any character that a Linux file name can', () => {
    for (const name of ['a b', '"q"', 'שלום', '<b>', 'x'.repeat(255), 'new\nline', '-rf', '~']) expect(pathProblem(name, [])).toBeUndefined();
  });

  it('is refused with a sentence that says what would be right', () => {
    expect(pathProblem(' /', ['x'])).toBeUndefined();
    expect(pathProblem('//', [])).toMatch(/Give it a name/);
    expect(pathProblem('../x', [])).toMatch(/inside the context/);
    expect(pathProblem('é'.repeat(128), [])).toMatch(/255 bytes/);
    expect(pathProblem('a\0', [])).toMatch(/NUL/);
    expect(pathProblem('docs/x', ['docs/x'])).toBe('There is a docs/x already.');
  });
});
