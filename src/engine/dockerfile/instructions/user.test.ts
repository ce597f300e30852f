import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['USER a:b', { user: 'a:b' }],
  ['USER a b', { user: 'a b' }],
  ['USER', 'USER requires exactly one argument'],
  ['USER --x a', 'unknown flag: --x'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
