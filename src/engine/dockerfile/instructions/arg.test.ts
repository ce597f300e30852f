import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['ARG a b=1 c=', { args: [{ key: 'a', doc: '' }, { key: 'b', value: '1', doc: '' }, { key: 'c', value: '', doc: '' }] }],
  ['# a the first\nARG a="x y"', { args: [{ key: 'a', value: '"x y"', doc: 'the first' }] }],
  ['ARG --anything a', { args: [{ key: 'a', doc: '' }] }],
  ['ARG =1', 'ARG names can not be blank'],
  ['ARG', 'ARG requires at least one argument'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
