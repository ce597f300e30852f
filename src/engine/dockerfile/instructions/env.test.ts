import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['ENV a=1 b=', { pairs: [{ key: 'a', value: '1', noDelim: false }, { key: 'b', value: '', noDelim: false }] }],
  ['ENV a b c', { pairs: [{ key: 'a', value: 'b c', noDelim: true }] }],
  ['ENV', 'ENV requires at least one argument'],
  ['ENV =1', 'ENV names can not be blank'],
  ['ENV --x a=1', 'unknown flag: --x'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
