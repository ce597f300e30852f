/** What a language is made of: its messages in ICU MessageFormat, and how it writes numbers. */
import type { en } from './en/index.ts';
import type { NumberSigns } from './figures.ts';

/** Every message there is. English is the measure: another language has the same ids, or does not compile. */
export type MessageId = keyof typeof en;

export type Messages = Readonly<Record<MessageId, string>>;

export interface Language {
  /** BCP 47: `en`, `de`. */
  readonly tag: string;
  readonly messages: Messages;
  readonly signs: NumberSigns;
}

/** The messages of one area in another language: the same ids as in English. */
export type Translation<Area> = { readonly [Id in keyof Area]: string };
