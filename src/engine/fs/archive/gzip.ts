/** Compression for archives that leave the page. */
import '#provided/formats';
import { packing } from './coding.ts';

/** Bytes as a gzip file, the same for the same bytes; throws `MissingPart` where the compressor is not loaded yet. */
export const gzip = (bytes: Uint8Array): Uint8Array => packing.value(bytes);
