/** Pushing as a part that a page loads with the first push of a build. */
import { Part } from '../source/part.ts';
import type { push } from './push.ts';

export const pushPart: Part<typeof push> = new Part('push', async () => (await import('./push.ts')).push);
