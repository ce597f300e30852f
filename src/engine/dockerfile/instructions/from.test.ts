import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['FROM a', { base: 'a', from: 'FROM' }],
  ['from --platform=$P a:1 as Build-1.x', { base: 'a:1', from: 'from', name: 'build-1.x', platform: '$P' }],
  ['# b the builder\nFROM a AS b', { base: 'a', from: 'FROM', name: 'b', doc: 'the builder' }],
  ['FROM a AS 1b', 'invalid name for build stage: "1b", name can\'t start with a number or contain symbols'],
  ['FROM a b', 'FROM requires either one or three arguments'],
  ['FROM a FOR b', 'FROM requires either one or three arguments'],
  ['FROM', 'FROM requires either one or three arguments'],
  ['FROM --platfrom=x a', 'unknown flag: --platfrom (did you mean platform?)'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
