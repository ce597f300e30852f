import { sha256 } from '../../../fs/index.ts';
import { toBytes } from '../../system/byte-string.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { readArguments } from './arguments.ts';
import { bundledSize, GZIPPED, MINIFIED } from './bundle-sizes.ts';
import { bundleKey, copyBelow, digestsOf, firstText, installedVersion, publicVariables, unreadable } from './front-end.ts';
import { fileSize, moduleGraph } from './modules.ts';
import type { ModuleGraph } from './modules.ts';

const VALUED = ['outDir', 'mode', 'm', 'base', 'config', 'c', 'logLevel', 'l', 'assetsDir', 'target', 'minify', 'sourcemap'];
const CONFIGS = ['vite.config.ts', 'vite.config.mts', 'vite.config.js', 'vite.config.mjs'];
const BASIS = 'A React project with Vite took 10.5 s in a published build log, its type check and npm included; scaled by the number of modules.';

/**
 * vite: `build` reads `index.html`, what it and its modules import, `public`, the configuration, `.env` files and `VITE_…`
 * variables, and the versions of the imported packages; writes `dist`. Equal inputs give equal files and names.
 */
export const vite: Tool = {
  name: 'vite',
  run(process, all) {
    const args = readArguments(all, VALUED);
    const version = installedVersion(process, 'vite') || '8.3.8';
    if (args.flags.has('version') || args.flags.has('v')) {
      process.out(`vite/${version} linux-x64 node-v${process.env.get('NODE_VERSION') ?? '22.23.2'}\n`);
      return 0;
    }
    if (args.words[0] !== 'build') return notSimulated(process, 'vite', 'A server, which never ends,');
    const root = args.words[1] === undefined ? process.cwd : process.locate(args.words[1]).path;
    const config = firstText(process, [...(typeof args.flags.get('config') === 'string' ? [String(args.flags.get('config'))] : []), ...CONFIGS.map((name) => `${root}/${name}`)]);
    const out = args.flags.get('outDir') ?? /\boutDir\s*:\s*["'`]([^"'`]+)/.exec(config)?.[1] ?? 'dist';
    const mode = String(args.flags.get('mode') ?? args.flags.get('m') ?? 'production');
    return build(process, { root, config, out: String(out), mode, version, words: all });
  },
};

interface Build {
  readonly root: string;
  readonly config: string;
  readonly out: string;
  readonly mode: string;
  readonly version: string;
  readonly words: readonly string[];
}

function build(process: Process, { root, config, out, mode, version, words }: Build): number {
  process.out(`vite v${version} building client environment for ${mode}...\ntransforming...\n`);
  const entry = `${root}/index.html`;
  if (!process.peek(entry)) return failed(process, version, '1 modules', 'Cannot resolve entry module index.html.', 'UNRESOLVED_ENTRY');
  const graph = moduleGraph(process, [entry, ...unreadable(process, `${root}/src`)], root);
  const count = `${graph.files.size + graph.packages.size} modules`;
  const missing = graph.unresolved.find(({ specifier }) => !specifier.startsWith('/'));
  if (missing) return failed(process, version, count, `Could not resolve '${missing.specifier}' in ${missing.from.slice(root.length + 1)}`, 'UNRESOLVED_IMPORT');
  const env = ['.env', '.env.local', `.env.${mode}`, `.env.${mode}.local`].map((name) => `${root}/${name}`);
  const key = bundleKey(graph, root, [version, mode, config, ...words, ...publicVariables(process, 'VITE_', env), ...digestsOf(process, [`${root}/tsconfig.json`])]);
  const target = out.startsWith('/') ? out : `${root}/${out}`;
  if (process.peek(target)) for (const name of process.directory(target).names()) remove(process, `${target}/${name}`, true, true);
  makeDirectories(process, target);
  copyBelow(process, `${root}/public`, target);
  const outputs = bundle(process, graph, entry, key);
  for (const { name, size, seed } of outputs) writeDescribed(process, `${target}/${name}`, size, seed);
  const duration = 700 + graph.files.size * 32 + graph.packages.size * 180;
  modelled(process, 'vite', duration, outputs.reduce((sum, one) => sum + one.size, 0), BASIS);
  process.out(toBytes(`\u2713 ${count} transformed.\nrendering chunks...\ncomputing gzip size...\n${listing(out, outputs)}\n\u2713 built in ${(duration / 1000).toFixed(2)}s\n`));
  return 0;
}

interface OutputFile {
  readonly name: string;
  readonly size: number;
  readonly seed: string;
}

/** The page, one file of code, one of styles, and the images that modules import. Names carry a hash of the contents. */
function bundle(process: Process, graph: ModuleGraph, entry: string, key: string): readonly OutputFile[] {
  const sizeOf = (pattern: RegExp) => [...graph.files.keys()].filter((path) => pattern.test(path)).reduce((sum, path) => sum + fileSize(process, path), 0);
  const hash = (name: string) => sha256(`${key} ${name}`).slice(7, 15);
  const styles = sizeOf(/\.(css|scss)$/);
  const code = Math.round(sizeOf(/\.([cm]?[jt]sx?|vue|svelte|json)$/) * MINIFIED + [...graph.packages.keys()].reduce((sum, name) => sum + bundledSize(name), 0));
  const images = [...graph.files].filter(([path]) => /\.(png|jpe?g|svg|gif|webp|avif|woff2?)$/.test(path));
  return [
    { name: 'index.html', size: fileSize(process, entry) + 90, seed: `${key} page` },
    ...images.map(([path, digest]) => ({ name: `assets/${path.slice(path.lastIndexOf('/') + 1).replace(/(\.\w+)$/, `-${digest.slice(7, 15)}$1`)}`, size: fileSize(process, path), seed: digest })),
    ...(styles > 0 ? [{ name: `assets/index-${hash('css')}.css`, size: Math.max(1, Math.round(styles * 0.8)), seed: `${key} styles` }] : []),
    { name: `assets/index-${hash('js')}.js`, size: code, seed: `${key} code` },
  ];
}

function listing(out: string, files: readonly OutputFile[]): string {
  const width = Math.max(...files.map(({ name }) => out.length + 1 + name.length));
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(2);
  const widest = Math.max(...files.map(({ size }) => kilobytes(size).length));
  return files.map(({ name, size }) => `${`${out}/${name}`.padEnd(width)}  ${kilobytes(size).padStart(widest)} kB \u2502 gzip: ${kilobytes(size * GZIPPED).padStart(widest - 1)} kB\n`).join('');
}

function failed(process: Process, version: string, count: string, reason: string, code: string): number {
  const rolldown = Number(version.split('.')[0]) >= 8;
  process.machine.advance(400);
  process.out(toBytes(`\u2713 ${count} transformed.\n`));
  process.err(toBytes(`\u2717 Build failed in 400ms\nerror during build:\n${rolldown ? `Build failed with 1 error:\n\n[${code}] ${reason}\n` : `${reason}\n`}`));
  modelled(process, 'vite', 0, 0, BASIS);
  return 1;
}
