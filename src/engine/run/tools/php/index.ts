/** PHP: the interpreter and composer. */
import type { Tool } from '../tool.ts';

export const phpTools: readonly Tool[] = [];
