/** Sentences of plain words and machine words, and the figures in them. */
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
  return small[n] ?? thousands(n);
}

export function thousands(n: number): string {
  return String(Math.abs(n)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Exact bytes: `1,312 B`. */
export const exactBytes = (n: number): string => `${thousands(n)} B`;

/** A difference of bytes with its sign: `+8 B`, `−1.2 kB`, `±0 B`. */
export function byteDifference(n: number): string {
  const sign = n > 0 ? '+' : n < 0 ? '−' : '±';
  const size = Math.abs(n);
  if (size < 1000) return `${sign}${size} B`;
  if (size < 1e6) return `${sign}${(size / 1e3).toFixed(1)} kB`;
  return size < 1e9 ? `${sign}${(size / 1e6).toFixed(1)} MB` : `${sign}${(size / 1e9).toFixed(1)} GB`;
}

/** Seconds as the interface has them: `0.1 s`, `6.8 s`, `1 min 42 s`. */
export function seconds(ms: number): string {
  const s = ms / 1000;
  if (s < 99.95) return `${s.toFixed(1)} s`;
  const whole = Math.round(s);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** First twelve hex digits. */
export const twelve = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 12);

/** `0644`. */
export const octal = (mode: number): string => mode.toString(8).padStart(4, '0');
