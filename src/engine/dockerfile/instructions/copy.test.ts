import { expect, it } from 'vitest';
import { readOne } from './read-one.fixture.ts';

it.each([
  ['COPY a b /c', { sources: ['a', 'b'], dest: '/c' }],
  ['COPY --from=x --chown=u:g --chmod=755 --link --parents --exclude=p --exclude=q a b', { sources: ['a'], dest: 'b', from: 'x', chown: 'u:g', chmod: '755', link: true, parents: true, exclude: ['p', 'q'] }],
  ['COPY <<A <<-"B" c /d\n\t1\nA\n\t2\nB', { sources: ['c'], dest: '/d', contents: [{ path: 'A', data: '\t1\n', expand: true }, { path: 'B', data: '2\n', expand: false }] }],
  ['COPY --link=maybe a b', 'expecting boolean value for flag --link, not: maybe'],
  ['COPY --link= a b', 'missing a value on flag: --link'],
  ['COPY --from a b', 'missing a value on flag: --from'],
  ['COPY --link --link a b', 'duplicate flag specified: --link'],
  ['COPY --form=x a b', 'unknown flag: --form (did you mean from?)'],
  ['COPY a', 'COPY requires at least two arguments, but only one was provided. Destination could not be determined'],
  ['COPY a <<b\nb', 'COPY cannot accept a heredoc as a destination'],
])('%j → %j', (text, expected) => expect(readOne(text)).toEqual(expected));
