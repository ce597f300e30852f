// npm start: installs, builds what changed, serves the page and prints its address.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { install, root } from './install.mjs';

install();

const built = join(root, 'build', 'index.html');
const inputs = ['src', 'static', '.config', 'package-lock.json', 'svelte.config.js'].map((name) => join(root, name));
if (!existsSync(built) || newest(inputs) > statSync(built).mtimeMs) {
  console.log('Building the page…');
  const { build } = await import('./build.mjs');
  const code = build(['--logLevel', 'warn']);
  if (code !== 0) process.exit(code);
}

const { preview } = await import('vite');
const server = await preview({
  configFile: join(root, '.config', 'vite.ts'),
  root,
  logLevel: 'warn',
  preview: { port: Number(process.env.PORT ?? 4173), host: process.env.HOST ?? 'localhost' },
});
const [address] = [...(server.resolvedUrls?.local ?? []), ...(server.resolvedUrls?.network ?? [])];
console.log(`\n  Layerscope is at ${address}\n  Press Ctrl+C to stop.\n`);

/** Time of the newest file under the given paths, milliseconds. */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path);
    const time = stat.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stat.mtimeMs;
    if (time > latest) latest = time;
  }
  return latest;
}
