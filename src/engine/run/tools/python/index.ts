/** Python: the interpreter and its package managers. */
import type { Tool } from '../tool.ts';
import { pip, python } from './pip.ts';

export const pythonTools: readonly Tool[] = [pip, python];
