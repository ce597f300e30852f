/** Rust: cargo and what belongs to it. */
import type { Tool } from '../tool.ts';
import { cargo } from './cargo.ts';
import { rustc } from './rustc.ts';
import { rustup } from './rustup.ts';

export const rustTools: readonly Tool[] = [cargo, rustc, rustup];
