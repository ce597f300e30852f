/** The reader of real builds as a part that a page loads with the first of them. */
import { Part } from '../../source/part.ts';
import type { readRecorded } from './read-recorded.ts';

export const recordedReader: Part<typeof readRecorded> = new Part('recorded builds', async () => (await import('./read-recorded.ts')).readRecorded);
