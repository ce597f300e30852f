/** JavaScript: package managers, the runtime and its build tools. */
import type { Tool } from '../tool.ts';
import { bundler } from './bundler.ts';
import { npm, pnpm, yarn } from './npm.ts';

export const nodeTools: readonly Tool[] = [bundler, npm, pnpm, yarn];
