import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['LABEL a=b "c d"=e', { pairs: [{ key: 'a', value: 'b', noDelim: false }, { key: '"c d"', value: 'e', noDelim: false }] }],
  ['LABEL', 'LABEL requires at least one argument'],
  ['LABEL --x a=1', 'unknown flag: --x'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
