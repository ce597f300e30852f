import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['VOLUME /a /b', { volumes: ['/a', '/b'] }],
  ['VOLUME [" /a "]', { volumes: ['/a'] }],
  ['VOLUME [""]', 'VOLUME specified can not be an empty string'],
  ['VOLUME', 'VOLUME requires at least one argument'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
