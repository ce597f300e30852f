import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['MAINTAINER A B <a@b>', { maintainer: 'A B <a@b>' }],
  ['MAINTAINER', 'MAINTAINER requires exactly one argument'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
