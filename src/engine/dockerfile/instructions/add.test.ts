import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['ADD a b', { sources: ['a'], dest: 'b' }],
  ['ADD --checksum=sha256:0 --unpack=false --keep-git-dir a b', { sources: ['a'], dest: 'b', checksum: 'sha256:0', keepGitDir: true }],
  ['ADD --from=x a b', 'unknown flag: --from'],
  ['ADD a', 'ADD requires at least two arguments, but only one was provided. Destination could not be determined'],
  ['ADD a <<b\nb', 'ADD cannot accept a heredoc as a destination'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
