/**
 * From a message to words. Messages are in ICU MessageFormat (https://unicode-org.github.io/icu/userguide/format_parse/messages/);
 * `<code>`, `<changed>` and `<same>` in them set off what is the machine's. Values are never read as markup.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Figure, Message, MessageValue, Phrase, Sentence } from '#engine/source/message.ts';
import type { Language, MessageId, Messages } from './catalogue.ts';
import { en } from '#messages/english';
import { figureText, withSigns } from './figures.ts';

export type Values = Readonly<Record<string, MessageValue>>;

/** What is known of English: in a browser the rest comes later (see `rest.ts`), elsewhere it is there at once. */
const known: Record<string, string> = { ...en };

export const english: Language = { tag: 'en', messages: known as Messages, signs: { decimal: '.', group: ',' } };

/** Adds to English what a page did not need at first. */
export function learn(more: Readonly<Record<string, string>>): void {
  Object.assign(known, more);
  changed();
}

let current: Language = english;
let formats = new Map<string, IntlMessageFormat>();
let read: () => void = () => {};
let changed: () => void = () => {};

/** The language that is spoken. */
export function language(): Language {
  read();
  return current;
}

/** Speaks another language from now on. */
export function speak(next: Language): void {
  if (next === current) return;
  current = next;
  formats = new Map();
  changed();
}

/** Tells whoever draws: `onread` when words are asked for, `onchange` when they are others. */
export function follow(onread: () => void, onchange: () => void): void {
  read = onread;
  changed = onchange;
}

/** The message in words, without marks: for buttons, labels, titles and screen readers. */
export function t(id: MessageId, values?: Values): string {
  return plain(sentence({ id, ...(values && { values }) }));
}

/** A message of the engine's in words, without marks. */
export function text(message: Message): string {
  return plain(sentence(message));
}

/** The message in words, with the machine's words set off. A message that cannot be put into words gives its id. */
export function sentence(message: Message): Sentence {
  read();
  const found = format(message.id);
  if (!found) return [{ text: message.id, kind: 'words' }];
  try {
    const parts = found.format<Sentence | Phrase>({ ...inWords(message.values ?? {}), code: mark('code'), changed: mark('changed'), same: mark('same') });
    return joined(Array.isArray(parts) ? parts : [parts]);
  } catch {
    return [{ text: message.id, kind: 'words' }];
  }
}

/** The sentence without its marks, for screen readers, tests and logs. */
export function plain(phrases: Sentence): string {
  return phrases.map((phrase) => phrase.text).join('');
}

/** A figure with its unit, as the reader's language writes it. */
export function figure(value: Figure): string {
  return withSigns(figureText(value), language().signs);
}

function format(id: string): IntlMessageFormat | undefined {
  const known = formats.get(id);
  if (known) return known;
  const pattern = (current.messages as Readonly<Record<string, string>>)[id];
  if (pattern === undefined) return undefined;
  const made = new IntlMessageFormat(pattern, current.tag);
  formats.set(id, made);
  return made;
}

type Part = string | Phrase | Sentence;

function inWords(values: Values): Record<string, string | number | Sentence> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' || typeof value === 'number' ? value : 'id' in value ? sentence(value) : figure(value)]),
  );
}

const mark = (kind: Phrase['kind']) => (chunks: readonly Part[]): Phrase => ({ text: plain(joined(chunks)), kind });

/** Neighbouring words become one phrase. */
function joined(parts: readonly Part[]): Sentence {
  const phrases: Phrase[] = [];
  for (const part of parts) {
    const added = typeof part === 'string' ? [{ text: part, kind: 'words' } as const] : 'kind' in part ? [part] : part;
    for (const phrase of added) {
      const last = phrases.at(-1);
      if (phrase.text === '') continue;
      if (last?.kind === 'words' && phrase.kind === 'words') phrases[phrases.length - 1] = { text: last.text + phrase.text, kind: 'words' };
      else phrases.push(phrase);
    }
  }
  return phrases;
}
