/** Something to be said, before it is said in any language: the engine gives these, the message catalogue puts them into words. */

/** A number that is written as its unit is: bytes (with one decimal, unless said otherwise), or virtual milliseconds. */
export type Figure = { readonly bytes: number; readonly decimals?: number } | { readonly exactBytes: number } | { readonly bytesChange: number } | { readonly milliseconds: number };

/** A text of the machine's (a path, an instruction, a digest), a count, a figure, or a message inside the message. */
export type MessageValue = string | number | Figure | Message;

export interface Message {
  /** Key of the catalogue: `why.file-content`. */
  readonly id: string;
  readonly values?: Readonly<Record<string, MessageValue>>;
}

/** A run of a sentence: plain words, or something of the machine's (a path, an instruction, a digest). */
export interface Phrase {
  readonly text: string;
  /** `changed` and `same` are machine words that carry the state's colour. */
  readonly kind: 'words' | 'code' | 'changed' | 'same';
}

/** A message in words. */
export type Sentence = readonly Phrase[];
