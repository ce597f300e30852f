import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { readArguments } from './arguments.ts';
import { bundledSize, MINIFIED } from './bundle-sizes.ts';
import { installedVersion } from './front-end.ts';
import { moduleGraph, sourceFiles } from './modules.ts';

/** Folder that is written, virtual seconds before anything is read, and words that begin a build where there are others. */
const BUNDLERS: Readonly<Record<string, { readonly out: string; readonly seconds: number; readonly builds?: readonly string[]; readonly package?: string }>> = {
  webpack: { out: 'dist', seconds: 6 },
  'react-scripts': { out: 'build', seconds: 18, builds: ['build'] },
  'vue-cli-service': { out: 'dist', seconds: 14, builds: ['build'], package: '@vue/cli-service' },
  ng: { out: 'dist', seconds: 16, builds: ['build', 'b'], package: '@angular/cli' },
  parcel: { out: 'dist', seconds: 4, builds: ['build'] },
  astro: { out: 'dist', seconds: 4, builds: ['build'] },
  nuxt: { out: '.output', seconds: 12, builds: ['build', 'generate'] },
  nest: { out: 'dist', seconds: 3, builds: ['build'], package: '@nestjs/cli' },
  'svelte-kit': { out: 'build', seconds: 1, builds: ['build', 'package'], package: '@sveltejs/kit' },
  tsup: { out: 'dist', seconds: 1 },
  swc: { out: 'dist', seconds: 0.6, package: '@swc/cli' },
  rollup: { out: 'dist', seconds: 1.2 },
  esbuild: { out: 'dist', seconds: 0.15 },
};
const VALUED = ['outDir', 'out-dir', 'd', 'o', 'output-path', 'dist-dir', 'c', 'config', 'mode', 'i', 'input', 'f', 'format', 'configuration'];
const SKIPPED = new Set(['node_modules', '.git', 'dist', 'build', '.next', '.output', '.nuxt', 'coverage', 'test', 'tests', 'Dockerfile', '.dockerignore']);
const BASIS = 'A build with an older bundler took 36 s and one with Vite 10.5 s in published build logs; what is written is a stand-in that its inputs decide.';

/**
 * Bundlers without a model of their own: they read all code, styles and configuration below the working directory but tests,
 * and what that imports, and write one folder. esbuild and rollup read their entries and what those import.
 */
export const bundler: Tool = {
  name: 'webpack',
  aliases: Object.keys(BUNDLERS).filter((name) => name !== 'webpack'),
  run(process, all) {
    const name = process.name in BUNDLERS ? process.name : 'webpack';
    const { out: usual, seconds, builds, package: packed = name } = BUNDLERS[name]!;
    const args = readArguments(all, VALUED);
    if (args.flags.has('version') || (args.flags.has('v') && args.words.length === 0)) {
      process.out(`${installedVersion(process, packed) || '1.0.0'}\n`);
      return 0;
    }
    if ((builds && !builds.includes(args.words[0] ?? '')) || args.flags.has('watch') || args.words[0] === 'serve') return notSimulated(process, name, `${name} ${args.words[0] ?? ''}`.trim());
    const entries = builds ? [] : args.words.filter((word) => process.peek(word)?.type === 'file').map((word) => process.locate(word).path);
    const file = name === 'esbuild' ? args.flags.get('outfile') : name === 'rollup' && /\.[cm]?js$/.test(String(args.flags.get('file') ?? args.flags.get('o'))) ? args.flags.get('file') ?? args.flags.get('o') : undefined;
    const named = ['outDir', 'out-dir', 'outdir', 'd', 'o', 'output-path', 'dist-dir', 'dir'].map((flag) => args.flags.get(flag)).find((flag) => typeof flag === 'string');
    return build(process, { name, seconds, words: all, entries, ...(typeof file === 'string' ? { file } : { out: typeof named === 'string' ? named : usual }) });
  },
};

interface Build {
  readonly name: string;
  readonly seconds: number;
  readonly words: readonly string[];
  /** Absolute paths; everything where empty. */
  readonly entries: readonly string[];
  readonly out?: string;
  readonly file?: string;
}

function build(process: Process, { name, seconds, words, entries, out, file }: Build): number {
  const tops = process.directory('.').names().filter((one) => !SKIPPED.has(one) && one !== out && (!one.startsWith('.') || one.startsWith('.env')) && !/\.(md|lock|log)$|^LICEN[CS]E$/i.test(one));
  const found = entries.length > 0 ? [] : tops.flatMap((top) => (process.peek(top)?.type === 'dir' ? sourceFiles(process, process.locate(top).path, /\.([cm]?[jt]sx?|vue|svelte|astro|css|scss|html|json)$/) : [process.locate(top).path])).filter((path) => !/\.(test|spec)\.\w+$/.test(path));
  const graph = moduleGraph(process, [...entries, ...found], process.cwd);
  const missing = graph.unresolved.find(({ specifier }) => !specifier.startsWith('/'));
  if (missing && entries.length > 0) {
    process.err(`${name === 'esbuild' ? '\xe2\x9c\x98 [ERROR] ' : ''}Could not resolve "${missing.specifier}"\n\n    ${missing.from.slice(process.cwd.length + 1)}:${missing.line}:${missing.column}\n`);
    modelled(process, name, 100, 0, BASIS);
    return 1;
  }
  const packages = [...graph.packages].map(([one, version]) => `${one}@${version}`).sort();
  const cwd = process.cwd;
  const files = [...graph.files].map(([path, digest]) => `${path.replace(cwd, '')} ${digest}`).sort();
  const digest = sha256([name, installedVersion(process, name), ...words, process.env.get('NODE_ENV') ?? '', ...files, ...packages].join('\n'));
  const size = Math.round(graph.bytes * MINIFIED + [...graph.packages.keys()].reduce((sum, one) => sum + bundledSize(one), 0));
  if (file !== undefined) writeDescribed(process, file, size, digest);
  else if (out !== undefined) {
    if (process.peek(out) && name !== 'esbuild' && name !== 'rollup') remove(process, out, true, true);
    const page = tops.includes('index.html') || tops.includes('public');
    if (page) writeDescribed(process, `${out}/index.html`, 600, `${digest} page`);
    writeDescribed(process, page ? `${out}/assets/index-${digest.slice(7, 15)}.js` : `${out}/${entries[0] ? entries[0].slice(entries[0].lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/, '.js') : name === 'nest' ? 'main.js' : 'index.js'}`, size, digest);
  }
  modelled(process, name, Math.round(seconds * 1000 + graph.files.size * (seconds > 1 ? 60 : 2)), size, BASIS);
  return 0;
}
