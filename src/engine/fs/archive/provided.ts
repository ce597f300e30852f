/** The decoders of archives, at once: how the engine has them outside a page. */
import { decoding } from './decoding.ts';
import { decoders } from './formats.ts';

decoding.provide(decoders);
