/** The decoders of archives, as a part that a page loads with the first compressed archive. */
import { Part } from '../../source/part.ts';
import type { decoders } from './formats.ts';

export const decoding: Part<typeof decoders> = new Part('archives', async () => (await import('./formats.ts')).decoders);
