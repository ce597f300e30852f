// npm run build: the page, then the scripts that other pages load, then what generators of documentation load; at last their sizes are
// measured, and a build past its budget fails.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkBudgets } from './budgets.mjs';
import { root, tool } from './install.mjs';

/** In this order: the page empties the folder. */
const parts = [['.config/vite.ts'], ['.config/embed.ts'], ['.config/plugins.ts', '--mode', 'remark'], ['.config/plugins.ts', '--mode', 'markdown-it']];

/** Builds everything into `build/` and gives the exit code of the first part that failed. */
export function build(options = []) {
  for (const part of parts) {
    const code = tool('vite', ['build', '--config', ...part, ...options]);
    if (code !== 0) return code;
  }
  return checkBudgets(join(root, 'build')) ? 0 : 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = build(process.argv.slice(2));
