/** Builds that really happened, from what Docker printed of them. */
import '#provided/recorded';
import { recordedReader } from './part.ts';
import type { ReadRecorded } from './read-recorded.ts';

export type { ReadRecorded } from './read-recorded.ts';

/** What was pasted → the record of a real build; throws `MissingPart` where the reader is not loaded yet. */
export const readRecorded = (text: string, number: number): ReadRecorded => recordedReader.value(text, number);
