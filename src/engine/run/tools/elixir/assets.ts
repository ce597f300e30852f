/**
 * `mix esbuild`, `tailwind` and `phx.digest`: read `assets`, scripts of dependencies and the classes that templates in
 * `lib` name; write `priv/static`. The two programs are downloaded into `_build` where they are missing.
 */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import { writeDescribed } from '../../system/writing.ts';
import { bytesBelow, digestOf, filesBelow } from '../artifacts.ts';
import { modelled, transferTime } from '../model.ts';
import { compile } from './compile.ts';
import { fails, wanted, type Session } from './session.ts';

const BASIS = 'Estimated: esbuild bundles in a tenth of a second, Tailwind takes a second; the programs are 9.5 MB and 108 MB.';
const PROGRAMS: Readonly<Record<string, number>> = { esbuild: 9_500_000, tailwind: 108_000_000 };

/** `mix esbuild.install` and `tailwind.install`. */
export function installProgram({ process, config }: Session, name: string): number {
  const path = `_build/${name}-linux-${process.machine.request.platform.includes('arm64') ? 'arm64' : 'x64'}`;
  if (process.peek(path)) return 0;
  if (process.machine.request.network === 'none') return fails(process, `** (RuntimeError) Couldn't fetch ${name}: {:failed_connect, [{:inet, [:inet], :nxdomain}]}\n`);
  const size = PROGRAMS[name] ?? 10_000_000;
  const version = /version:\s*"([^"]+)"/.exec(config.of(name))?.[1] ?? 'latest';
  writeDescribed(process, path, size, sha256(`${name} ${version}`), 0o755);
  modelled(process, 'mix', 700 + transferTime(size), size, BASIS);
  return 0;
}

/** `mix esbuild app` and `mix tailwind app`. */
export function runProgram(session: Session, name: string, args: readonly string[]): number {
  const { process, project, config, env } = session;
  if (!session.project.requirements.some((one) => one.name === name)) return fails(process, `** (Mix) The task "${name}" could not be found\n`);
  const profile = args.find((arg) => arg[0] !== '-') ?? 'default';
  if (!new RegExp(`\\b${profile.replace(/\W/g, '')}:\\s*\\[`).test(config.of(name))) return fails(process, `** (ArgumentError) unknown ${name} profile. Make sure the profile is defined in your config/config.exs file, such as:\n\n    config :${name},\n      ${profile}: [args: [...]]\n`);
  const status = installProgram(session, name);
  if (status !== 0) return status;
  const minify = args.includes('--minify');
  const deps = wanted(session, env).filter((one) => one.name.startsWith('phoenix')).map((one) => `${one.name} ${one.version}`);
  const script = name === 'esbuild';
  const inputs = script ? ['assets/js', 'assets/vendor', 'assets/package.json'] : ['assets/css', 'assets/js', 'assets/vendor', 'assets/tailwind.config.js'];
  const used = script ? deps : classesIn(session);
  const seed = sha256([name, minify, config.of(name), digestOf(process, inputs), ...used].join('\n'));
  const source = bytesBelow(process, script ? 'assets/js' : 'assets/css');
  const size = Math.round((script ? 180_000 : 9000 + used.length * 90) * (minify ? 0.55 : 1) + source);
  writeDescribed(process, `priv/static/assets/${script ? 'js/app.js' : 'css/app.css'}`, size, seed);
  process.out(script ? `\n  ../priv/static/assets/js/app.js  ${(size / 1000).toFixed(1)}kb\n\n` : `≈ tailwindcss\n\nDone in 900ms\n`);
  modelled(process, 'mix', (script ? 150 : 1000) + project.requirements.length * 10, size, BASIS);
  return 0;
}

/** The classes that templates name, in order: a style sheet is the same while they are. */
function classesIn({ process }: Session): readonly string[] {
  const texts = filesBelow(process, 'lib', (name) => /\.(ex|heex|eex)$/.test(name)).map((path) => attempt(() => process.readFile(path)).value ?? '');
  const found = texts.flatMap((text) => [...text.matchAll(/\bclass=(?:"([^"]*)"|\{([^}]*)\})/g)].flatMap(([, plain = '', list = '']) => `${plain} ${[...list.matchAll(/"([^"]*)"/g)].map(([, one]) => one).join(' ')}`.split(/\s+/)));
  return [...new Set(found.filter((name) => name !== ''))].sort();
}

/** `mix phx.digest`: a second name with its digest for each static file, a compressed one beside texts, and a manifest. No static files are no failure, as some applications of an umbrella have none. */
export function digest(session: Session): number {
  const { process } = session;
  const status = compile(session);
  if (status !== 0) return status;
  const root = 'priv/static';
  if (!process.peek(root)) {
    process.err(`The input path "${root}" does not exist\n`);
    return 0;
  }
  const files = filesBelow(process, root, (name) => !/-[0-9a-f]{32}\.|\.gz$|^cache_manifest\.json$/.test(name));
  let bytes = 0;
  for (const path of files) {
    const hash = digestOf(process, [path]).slice(7, 39);
    const size = bytesBelow(process, path);
    const named = path.replace(/(\.[^./]+)?$/, (end) => `-${hash}${end}`);
    for (const one of [named, ...(/\.(js|css|txt|html|json|svg|map)$/.test(path) ? [`${path}.gz`, `${named}.gz`] : [])]) {
      writeDescribed(process, one, one.endsWith('.gz') ? Math.round(size * 0.3) : size, `${hash} ${one.endsWith('.gz') ? 'compressed' : ''}`);
      bytes += size;
    }
  }
  writeDescribed(process, `${root}/cache_manifest.json`, 120 + files.length * 330, `manifest ${digestOf(process, files)}`);
  process.out(`Check your digested files at "${root}"\n`);
  modelled(process, 'mix', 400 + files.length * 8, bytes, BASIS);
  return 0;
}
