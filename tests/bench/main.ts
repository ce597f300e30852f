/**
 * `npm run bench [-- NAME…]`: measures the engine against its peers and its goals, and prints one table for each name. A goal
 * that is missed is said, and fails nothing. The engine is bundled as for the page, and each table is measured in a process of
 * its own, so that neither a development loader nor what another table left behind is measured with it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
const outDir = mkdtempSync(join(root, 'node_modules/.bench-'));

async function main(asked: readonly string[]): Promise<number> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { ssr: join(import.meta.dirname, 'suites.ts'), outDir, minify: true, rolldownOptions: { output: { entryFileNames: 'suites.mjs' } } },
  });
  const bundle = join(outDir, 'suites.mjs');
  const { names } = (await import(pathToFileURL(bundle).href)) as { names: readonly string[] };
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
    return 1;
  }
  console.log(`${machine()}\n`);
  const runs = names.filter((name) => asked.length === 0 || asked.includes(name));
  const codes = runs.map((name) => spawnSync(process.execPath, ['--expose-gc', bundle], { cwd: root, stdio: 'inherit', env: { ...process.env, LAYERSCOPE_BENCH: name } }).status);
  return codes.every((code) => code === 0) ? 0 : 1;
}

/** What the times were taken on. A busy machine makes all of them too long; ratios hold better, for peers take turns. */
function machine(): string {
  const cores = availableParallelism();
  const [load = 0] = loadavg();
  const busy = load > cores / 2 ? ' The machine is busy: times are too long, ratios less so.' : '';
  return `Node ${process.versions.node}, ${cores} cores, load ${load.toFixed(1)}.${busy}`;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} finally {
  rmSync(outDir, { recursive: true });
}
