import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['SHELL ["a", "-c"]', { shell: ['a', '-c'] }],
  ['SHELL []', 'SHELL requires at least one argument'],
  ['SHELL a -c', 'SHELL requires the arguments to be in JSON form'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
