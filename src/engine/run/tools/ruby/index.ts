/** Ruby: bundler and the commands of Rails. */
import type { Tool } from '../tool.ts';
import { bundle } from './bundle.ts';
import { rails } from './rails.ts';

export const rubyTools: readonly Tool[] = [bundle, rails];
