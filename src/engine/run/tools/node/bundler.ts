import { sha256 } from '../../../fs/index.ts';
import { contentOf } from '../../system/reading.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { modelled } from '../model.ts';

const OUTPUTS: Readonly<Record<string, string>> = { vite: 'dist', tsc: 'dist', esbuild: 'dist', rollup: 'dist', webpack: 'dist', tsup: 'dist', nest: 'dist', ng: 'dist', astro: 'dist', parcel: 'dist', swc: 'dist', 'vue-cli-service': 'dist', next: '.next', nuxt: '.output', 'svelte-kit': 'build', 'react-scripts': 'build' };
const SKIPPED = new Set(['node_modules', '.git', 'dist', 'build', '.next', '.output', 'README.md']);
const BASIS = 'Builds of front ends took 10 to 36 s in published build logs; what is written is a stand-in that changes with the sources.';

/** Compilers and bundlers of JavaScript: they read everything here but `node_modules` and write one folder. */
export const bundler: Tool = {
  name: 'vite',
  aliases: Object.keys(OUTPUTS).filter((name) => name !== 'vite'),
  run(process, args) {
    const name = process.name in OUTPUTS ? process.name : 'vite';
    if (args.includes('--version') || args.includes('-v')) return 0;
    const option = (...names: string[]) => args.flatMap((arg, i) => (names.includes(arg) ? [args[i + 1] ?? ''] : names.some((one) => arg.startsWith(`${one}=`)) ? [arg.slice(arg.indexOf('=') + 1)] : []))[0];
    if (args.includes('--noEmit') || (name === 'next' && args[0] === 'lint')) {
      modelled(process, name, 2500, 0, BASIS);
      return 0;
    }
    const out = option('--outDir', '--outdir', '--out-dir', '-o', '--output-path', '--dist-dir') ?? OUTPUTS[name]!;
    const inputs = process.directory('.').names().filter((one) => !SKIPPED.has(one) && one !== out);
    const digest = sha256([name, ...args, process.env.get('NODE_ENV') ?? '', ...inputs.map((one) => `${one} ${contentOf(process, one)}`), moduleState(process)].join('\n'));
    const size = inputs.reduce((sum, one) => sum + bytesBelow(process, one), 0);
    if (process.peek(out)) remove(process, out, true, true);
    const bundle = Math.round(140_000 + size * 1.5);
    const hash = digest.slice(7, 15);
    writeDescribed(process, `${out}/index.${name === 'tsc' || name === 'nest' ? 'js' : 'html'}`, 600, `${digest} index`);
    writeDescribed(process, `${out}/assets/index-${hash}.js`, bundle, `${digest} bundle`);
    const duration = (name === 'next' || name === 'react-scripts' || name === 'ng' ? 24_000 : name === 'tsc' || name === 'esbuild' ? 3_500 : 8_000) + size / 50;
    if (name === 'vite') process.out(`vite building for production...\n✓ built in ${(duration / 1000).toFixed(2)}s\n`.replace('✓', '\xe2\x9c\x93'));
    modelled(process, name, Math.round(duration), bundle + 600, BASIS);
    return 0;
  },
};

/** What is installed decides the bundle too, but not where the cache of the packages lies. */
function moduleState(process: Process): string {
  return contentOf(process, 'node_modules/.package-lock.json');
}

function bytesBelow(process: Process, path: string): number {
  const inode = process.peek(path, false);
  process.limits.step();
  if (inode?.type === 'file') return inode.size;
  if (inode?.type !== 'dir') return 0;
  return inode.names().reduce((sum, name) => sum + bytesBelow(process, `${path}/${name}`), 0);
}
