/** Ruby: the interpreter, gem and bundler. */
import type { Tool } from '../tool.ts';
import { bundler } from './bundler.ts';

export const rubyTools: readonly Tool[] = [bundler];
