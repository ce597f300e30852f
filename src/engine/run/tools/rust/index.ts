/** Rust: cargo and what belongs to it. */
import type { Tool } from '../tool.ts';
import { cargo } from './cargo.ts';

export const rustTools: readonly Tool[] = [cargo];
