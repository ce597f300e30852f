/** What archives are packed and unpacked with, as parts that a page loads with the first of them. */
import { Part } from '../../source/part.ts';
import type { decoders } from './formats.ts';

/** By compression, from packed to plain. */
export const decoding: Part<typeof decoders> = new Part('unpacking', async () => (await import('./formats.ts')).decoders);

/** gzip, from plain to packed. */
export const packing: Part<(bytes: Uint8Array) => Uint8Array> = new Part('gzip', async () => (await import('./pack.ts')).pack);
