/** Ruby: the interpreter, gem and bundler. */
import type { Tool } from '../tool.ts';

export const rubyTools: readonly Tool[] = [];
