import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['onbuild  RUN a  b', { expression: 'RUN a  b' }],
  ['ONBUILD COPY <<A /a\nx\nA', { expression: 'COPY <<A /a\nx\nA' }],
  ['ONBUILD anything goes', { expression: 'anything goes' }],
  ['ONBUILD', 'ONBUILD requires at least one argument'],
  ['ONBUILD onbuild RUN a', "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"],
  ['ONBUILD from a', "FROM isn't allowed as an ONBUILD trigger"],
  ['ONBUILD MAINTAINER a', "MAINTAINER isn't allowed as an ONBUILD trigger"],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
