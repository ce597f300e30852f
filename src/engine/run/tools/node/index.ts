/** JavaScript: package managers, the runtime and its build tools. */
import type { Tool } from '../tool.ts';
import { bundler } from './bundlers.ts';
import { bun } from './bun.ts';
import { checker } from './checks.ts';
import { corepack } from './corepack.ts';
import { node } from './node.ts';
import { next } from './next.ts';
import { npm } from './npm.ts';
import { npx } from './npx.ts';
import { pnpm } from './pnpm.ts';
import { tsc } from './tsc.ts';
import { vite } from './vite.ts';
import { yarn } from './yarn.ts';

export const nodeTools: readonly Tool[] = [bun, bundler, checker, corepack, next, node, npm, npx, pnpm, tsc, vite, yarn];
