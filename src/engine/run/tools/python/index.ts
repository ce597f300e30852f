/** Python: the interpreter and its package managers. */
import type { Tool } from '../tool.ts';
import { pip } from './pip.ts';
import { poetry } from './poetry.ts';
import { python } from './python.ts';
import { uv, uvx } from './uv.ts';

export const pythonTools: readonly Tool[] = [pip, poetry, python, uv, uvx];
