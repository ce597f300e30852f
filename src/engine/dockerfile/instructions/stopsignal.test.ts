import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['STOPSIGNAL --x SIGTERM', { signal: 'SIGTERM' }],
  ['STOPSIGNAL', 'STOPSIGNAL requires exactly one argument'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
