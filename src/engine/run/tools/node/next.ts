import { sha256 } from '../../../fs/index.ts';
import { toBytes } from '../../system/byte-string.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { readArguments } from './arguments.ts';
import { bundleKey, digestsOf, firstText, installedVersion, publicVariables, unreadable } from './front-end.ts';
import { MINIFIED } from './bundle-sizes.ts';
import { moduleGraph, sourceFiles } from './modules.ts';
import type { ModuleGraph } from './modules.ts';

const CONFIGS = ['next.config.ts', 'next.config.mjs', 'next.config.js'];
const ENV = ['.env', '.env.local', '.env.production', '.env.production.local'];
const BASIS = 'A shop of three pages took 20 s without a cache and 12 s with one on 2 cores; sizes as measured there, and the own code.';
/** Measured with Next.js 16: what every project has. */
const SIZES = { cache: 21_400_000, server: 3_300_000, client: 570_000, traced: 34_200_000 };

/**
 * next: `build` reads the routes, what they import, `next.config`, `.env` files and `NEXT_PUBLIC_…`; not `public`. Writes
 * `.next`, and `.next/standalone` where the configuration asks for it. The keys of draft mode are made anew in each build,
 * as the real one does, so that the server's files are never twice the same; those of the browser are.
 */
export const next: Tool = {
  name: 'next',
  run(process, all) {
    const args = readArguments(all, ['p', 'port', 'H', 'hostname']);
    const version = installedVersion(process, 'next') || '16.4.6';
    if (args.flags.has('version') || args.flags.has('v')) {
      process.out(`Next.js v${version}\n`);
      return 0;
    }
    const [verb = 'dev', folder] = args.words;
    if (verb === 'telemetry') return 0;
    if (verb !== 'build') return notSimulated(process, 'next', verb === 'dev' || verb === 'start' ? 'A server, which never ends,' : `next ${verb}`);
    return build(process, folder === undefined ? process.cwd : process.locate(folder).path, version);
  },
};

function build(process: Process, root: string, version: string): number {
  process.out(toBytes(`\u25b2 Next.js ${version} (Turbopack)\n\n  Creating an optimized production build ...\n`));
  const routes = ['app', 'pages', 'src/app', 'src/pages'].filter((dir) => process.peek(`${root}/${dir}`)?.type === 'dir');
  if (routes.length === 0) return failed(process, "> Build error occurred\n[Error: > Couldn't find any `pages` or `app` directory. Please create one under the project root]");
  const entries = [...routes.flatMap((dir) => sourceFiles(process, `${root}/${dir}`, /\.([cm]?[jt]sx?|css|scss|mdx?)$/)), ...sourceFiles(process, `${root}/src`, /^(middleware|proxy|instrumentation)\.[jt]s$/)].filter((path) => !/\.(test|spec)\.\w+$/.test(path));
  if (entries.some((path) => /\.tsx?$/.test(path)) && installedVersion(process, 'typescript') === '') {
    return failed(process, "It looks like you're trying to use TypeScript but do not have the required package(s) installed.\n\nPlease install typescript, @types/react, and @types/node by running:\n\n\tnpm install --save-dev typescript @types/react @types/node");
  }
  const graph = moduleGraph(process, [...entries, ...['components', 'lib', 'src'].flatMap((dir) => unreadable(process, `${root}/${dir}`))], root);
  const missing = graph.unresolved.find(({ specifier }) => !specifier.startsWith('/'));
  if (missing) return failed(process, `> Build error occurred\nError: Turbopack build failed with 1 errors:\n.${missing.from.slice(root.length)}:${missing.line}:${missing.column}\nModule not found: Can't resolve '${missing.specifier}'`);
  const config = firstText(process, CONFIGS.map((name) => `${root}/${name}`));
  const env = ENV.map((name) => `${root}/${name}`);
  const key = bundleKey(graph, root, [version, ...['react', 'react-dom'].map((name) => installedVersion(process, name)), config, ...publicVariables(process, 'NEXT_PUBLIC_', env), ...digestsOf(process, [`${root}/tsconfig.json`])]);
  const written = write(process, root, { graph, config, key, version });
  const warm = written.warm ? 0.6 : 1;
  const duration = Math.round((18_500 + graph.files.size * 45) * warm);
  modelled(process, 'next', duration, written.bytes, BASIS);
  const pages = entries.filter((path) => /\/(page|route|index)\.\w+$/.test(path)).map((path) => routeOf(root, path)).sort();
  process.out(toBytes(`\u2713 Compiled successfully in ${(duration / 1600).toFixed(1)}s\n  Running TypeScript ...\n  Collecting page data ...\n\u2713 Generating static pages (${pages.length + 1}/${pages.length + 1})\n  Finalizing page optimization ...\n\nRoute (app)\n${pages.map((page) => `\u251c \u25cb ${page}\n`).join('')}\u2514 \u25cb /_not-found\n\n\n\u25cb  (Static)  prerendered as static content\n\n`));
  return 0;
}

function failed(process: Process, message: string): number {
  process.err(`${message}\n`);
  modelled(process, 'next', 1_500, 0, BASIS);
  return 1;
}

function routeOf(root: string, path: string): string {
  const route = path.slice(root.length).replace(/^\/(src\/)?(app|pages)/, '').replace(/\/(page|route|index)\.\w+$/, '').replace(/\/\([^)]*\)/g, '');
  return route === '' ? '/' : route;
}

interface Output {
  readonly graph: ModuleGraph;
  readonly config: string;
  readonly key: string;
  readonly version: string;
}

/** Replaces `.next` but for its cache; says whether the cache was of use. */
function write(process: Process, root: string, { graph, config, key, version }: Output): { readonly bytes: number; readonly warm: boolean } {
  const out = `${root}/${/\bdistDir\s*:\s*["'`]([^"'`]+)/.exec(config)?.[1] ?? '.next'}`;
  const cache = `${out}/cache/turbopack/v${version}/data.sst`;
  const warm = process.peek(cache) !== undefined;
  if (process.peek(out)) for (const name of process.directory(out).names()) if (name !== 'cache') remove(process, `${out}/${name}`, true, true);
  const id = /\bgenerateBuildId\b[^'"`]*['"`]([^'"`]+)/.exec(config)?.[1] ?? key.slice(7, 28);
  const own = Math.round(graph.bytes * MINIFIED);
  let bytes = 0;
  const put = (path: string, size: number, seed: string) => {
    writeDescribed(process, path, size, seed);
    bytes += size;
  };
  put(cache, SIZES.cache + own, `${key} cache`);
  const server = (dir: string) => {
    put(`${dir}/BUILD_ID`, id.length, id);
    put(`${dir}/server/app.js`, SIZES.server + own, `${key} server`);
    put(`${dir}/server/preview-props.json`, 220, sha256(`preview keys ${process.machine.now}`));
    put(`${dir}/build-manifest.json`, 1_500, `${key} manifest`);
  };
  server(out);
  put(`${out}/static/chunks/${key.slice(7, 20)}.js`, SIZES.client + own, `${key} client`);
  put(`${out}/static/${id}/_buildManifest.js`, 220, `${key} client manifest`);
  if (!/\boutput\s*:\s*["'`]standalone/.test(config)) return { bytes, warm };
  const alone = `${out}/standalone`;
  server(`${alone}/${out.slice(root.length + 1)}`);
  put(`${alone}/server.js`, 7_100, `next server ${version} ${sha256(config)}`);
  put(`${alone}/node_modules/next/next.files`, SIZES.traced, `next@${version} traced`);
  for (const [name, installed] of graph.packages) if (name !== 'next') put(`${alone}/node_modules/${name}/${name.split('/').at(-1)!}.files`, 60_000, `${name}@${installed} traced`);
  makeDirectories(process, alone);
  for (const name of ['package.json', '.env', '.env.production']) if (process.peek(`${root}/${name}`)) process.writeFile(`${alone}/${name}`, process.readFile(`${root}/${name}`));
  return { bytes, warm };
}
