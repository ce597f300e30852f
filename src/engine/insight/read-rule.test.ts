import { describe, expect, it } from 'vitest';
import { readRule } from './read-rule.ts';

const reading = (...paths: readonly string[]) => ({ reads: [{ kind: 'context', paths, mount: false }] as const });

describe('the source that leads to a file', () => {
  it.each([
    ['/', 'src/a.ts', '/'],
    ['/src', 'src/a.ts', '/src'],
    ['/src', 'src.txt', undefined],
    ['/go.*', 'go.mod', '/go.*'],
    ['/go.*', 'lib/go.mod', undefined],
    ['/*/package.json', 'web/package.json', '/*/package.json'],
    ['/web*', 'web-1/src/a.ts', '/web*'],
    ['/a.txt', 'b.txt', undefined],
  ])('%s and %s', (source, path, expected) => {
    expect(readRule(reading(source), path)?.source).toBe(expected);
  });

  it('is the narrowest of several', () => {
    expect(readRule(reading('/', '/src', '/src/a.ts'), 'src/a.ts')).toEqual({ source: '/src/a.ts', mount: false });
  });
});
