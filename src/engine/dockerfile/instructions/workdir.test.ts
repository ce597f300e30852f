import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['WORKDIR /a b', { path: '/a b' }],
  ['WORKDIR', 'WORKDIR requires exactly one argument'],
  ['WORKDIR --x /a', 'unknown flag: --x'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
