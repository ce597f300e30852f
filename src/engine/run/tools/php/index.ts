/** PHP: the interpreter and composer. */
import type { Tool } from '../tool.ts';
import { composer } from './composer.ts';
import { php } from './php.ts';

export const phpTools: readonly Tool[] = [composer, php];
