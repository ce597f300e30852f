import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['ENTRYPOINT a b', { cmdline: ['a b'], shellForm: true }],
  ['ENTRYPOINT ["a"]', { cmdline: ['a'] }],
  ['ENTRYPOINT []', { cmdline: null }],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
