/** JavaScript: package managers, the runtime and its build tools. */
import type { Tool } from '../tool.ts';
import { bundler } from './bundler.ts';
import { corepack } from './corepack.ts';
import { npm } from './npm.ts';
import { npx } from './npx.ts';
import { pnpm } from './pnpm.ts';
import { yarn } from './yarn.ts';

export const nodeTools: readonly Tool[] = [bundler, corepack, npm, npx, pnpm, yarn];
