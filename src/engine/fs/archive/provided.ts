/** What archives are packed and unpacked with, at once: how the engine has it outside a page. */
import { decoding, packing } from './coding.ts';
import { decoders } from './formats.ts';
import { pack } from './pack.ts';

decoding.provide(decoders);
packing.provide(pack);
