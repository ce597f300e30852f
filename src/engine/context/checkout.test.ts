import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum, dirOf, emptyDir, file, get, symlink } from '../fs/index.ts';
import { withUmask } from './checkout.ts';

const context = dirOf([
  ['src', dirOf([['a.txt', file('a')], ['run.sh', file('#!/bin/sh\n', { mode: 0o755 })]])],
  ['link', symlink('src')],
]);
const modeOf = (root: typeof context, path: string) => get(root, path)?.mode;

describe('a checkout under a umask', () => {
  it('gives the group write access with 0002, as on many CI machines', () => {
    const ci = withUmask(context, 0o002);
    expect(['src', 'src/a.txt', 'src/run.sh', 'link'].map((path) => modeOf(ci, path))).toEqual([0o775, 0o664, 0o775, 0o777]);
  });

  it('has another content digest than with 0022 though no byte differs', () => {
    const digests = [0o022, 0o002].map((umask) => checksum(withUmask(context, umask), { path: 'src' }));
    expect(digests[0]).not.toEqual(digests[1]);
    expect(digests[0]).toEqual(checksum(context, { path: 'src' }));
  });

  it('is the very same tree where nothing changes', () => {
    expect(withUmask(context, 0o022)).toBe(context);
  });

  it('comes back to where it was under the first umask again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0o077 }), (umask) => {
        const there = withUmask(context, umask);
        expect(withUmask(there, umask)).toBe(there);
        expect(modeOf(withUmask(there, 0o022), 'src/run.sh')).toBe(0o755);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  it('takes an empty folder', () => {
    expect(withUmask(emptyDir(), 0o077).mode).toBe(0o700);
  });
});
