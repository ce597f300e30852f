import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['CMD a b', { cmdline: ['a b'], shellForm: true }],
  ['CMD ["a", "b"]', { cmdline: ['a', 'b'] }],
  ['CMD', { shellForm: true }],
  ['CMD --x a', 'unknown flag: --x'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
