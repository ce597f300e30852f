/** The words of a lesson's YAML with what they mean, for its guide: read off the schemas, so that none is missing. */
import * as v from 'valibot';
import { assertions } from './check.ts';
import { worldEdit } from './world-edit.ts';

export interface Word {
  readonly word: string;
  readonly says: string;
}

/** What may happen in the world. */
export const edits: readonly Word[] = wordsOf(worldEdit.entries);

/** What may be asserted. */
export const claims: readonly Word[] = wordsOf(assertions);

function wordsOf(entries: Readonly<Record<string, { readonly wrapped: v.GenericSchema }>>): readonly Word[] {
  return Object.entries(entries).map(([word, { wrapped }]) => ({ word, says: v.getDescription(wrapped) ?? '' }));
}
