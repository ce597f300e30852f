/** Sentences of plain words and machine words, and the figures in them. */
import { formatCount } from '../source/figures.ts';
import type { Phrase, Sentence } from './explanation.ts';

export const code = (text: string): Phrase => ({ text, kind: 'code' });
export const changed = (text: string): Phrase => ({ text, kind: 'changed' });
export const same = (text: string): Phrase => ({ text, kind: 'same' });

/** `say('It ran because ', code('main.go'), ' changed.')`; neighbouring words become one phrase. */
export function say(...parts: readonly (string | Phrase | readonly (string | Phrase)[])[]): Sentence {
  const phrases: Phrase[] = [];
  for (const part of parts.flat() as readonly (string | Phrase)[]) {
    const phrase: Phrase = typeof part === 'string' ? { text: part, kind: 'words' } : part;
    const last = phrases.at(-1);
    if (phrase.text === '') continue;
    if (last?.kind === 'words' && phrase.kind === 'words') phrases[phrases.length - 1] = { text: last.text + phrase.text, kind: 'words' };
    else phrases.push(phrase);
  }
  return phrases;
}

/** The sentence without its marks, for screen readers, tests and logs. */
export function plain(sentence: Sentence): string {
  return sentence.map((phrase) => phrase.text).join('');
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Counts up to nine in words, above in figures with thousands apart. */
export function count(n: number): string {
  return small[n] ?? formatCount(n);
}

/** `0644`. */
export const octal = (mode: number): string => mode.toString(8).padStart(4, '0');
