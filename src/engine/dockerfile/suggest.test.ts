import { expect, it } from 'vitest';
import { suggest, withSuggestion } from './suggest.ts';

const names = ['COPY', 'ENV', 'FROM', 'RUN'];

it.each([
  ['COPPY', 'COPY'],
  ['FRM', 'FROM'],
  ['RUN', undefined],
  ['RNU', 'RUN'],
  ['NOTHING', undefined],
  ['', undefined],
])('%s means %s', (word, expected) => expect(suggest(word, names)).toBe(expected));

it('answers in the case of the word where case does not matter', () => {
  expect(suggest('frm', names, false)).toBe('from');
  expect(suggest('FRM', names, false)).toBe('FROM');
  expect(suggest('Frm', names, false)).toBe('from');
  expect(suggest('frm', names)).toBeUndefined();
  expect(suggest('from', names, false)).toBeUndefined();
});

it('goes behind a message', () => {
  expect(withSuggestion('unknown instruction: RUNN', 'RUNN', names)).toBe('unknown instruction: RUNN (did you mean RUN?)');
  expect(withSuggestion('unknown instruction: X', 'X', ['COPY'])).toBe('unknown instruction: X');
});
