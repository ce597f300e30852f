import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { searchPath } from '../../shell/search.ts';
import type { Tool } from '../tool.ts';
import { notSimulated } from '../model.ts';
import { manifestIn } from './manifest.ts';
import { here, runScript } from './script.ts';

const ARCHITECTURES: Readonly<Record<string, string>> = { amd64: 'x64', arm64: 'arm64', '386': 'ia32', arm: 'arm' };

/**
 * node: answers `--version`, prints versions, platform and fields of JSON files (`-p`), runs scripts of the manifest
 * (`--run`) and commands of installed packages by their file. No other JavaScript is run.
 */
export const node: Tool = {
  name: 'node',
  aliases: ['nodejs'],
  run(process, args) {
    const version = `v${process.env.get('NODE_VERSION') ?? '22.23.2'}`;
    const [first = ''] = args;
    if (first === '--version' || first === '-v') {
      process.out(`${version}\n`);
      return 0;
    }
    if (first === '--run') return runNamed(process, args[1] ?? '');
    const flag = args.findIndex((arg) => /^(-e|-p|-pe|--eval|--print)$/.test(arg));
    if (flag >= 0) return evaluate(process, args[flag + 1] ?? '', /p/.test(args[flag]!), version);
    const file = args.find((arg) => arg[0] !== '-');
    if (file === undefined) return notSimulated(process, 'node', 'A program on standard input');
    return runFile(process, file, args.slice(args.indexOf(file) + 1), args.slice(0, args.indexOf(file)), version);
  },
};

function runNamed(process: Process, name: string): number {
  const manifest = manifestIn(process, '.');
  if (!manifest?.scripts.has(name)) {
    process.err(manifest ? `Missing script: "${name}" for ${here(process)}/package.json\n` : `Can't find package.json for directory ${here(process)}\n`);
    return 1;
  }
  return runScript({ process, manifest, manager: 'node', announce: () => undefined }, name);
}

/** Expressions that Dockerfiles ask for; everything else is not simulated. */
function evaluate(process: Process, code: string, prints: boolean, version: string): number {
  const expression = (prints ? code : /^\s*(?:console\.log|process\.stdout\.write)\((.*)\);?\s*$/.exec(code)?.[1] ?? '').trim().replace(/;$/, '');
  const value = valueOf(process, expression, version);
  if (value === undefined) return notSimulated(process, 'node', 'JavaScript');
  process.machine.advance(30);
  process.out(`${value}\n`);
  return 0;
}

function valueOf(process: Process, expression: string, version: string): string | undefined {
  if (expression === 'process.version') return version;
  if (/^process\.versions\.node$/.test(expression)) return version.slice(1);
  if (expression === 'process.arch') return ARCHITECTURES[process.machine.request.platform.split('/')[1] ?? ''] ?? 'x64';
  if (expression === 'process.platform') return 'linux';
  const number = /^(['"]?)([\w .+-]*)\1$/.exec(expression);
  if (number && (number[1] !== '' || /^\d+$/.test(number[2]!))) return number[2];
  const field = /^require\((['"])(.+?\.json)\1\)((?:\.\w+|\[(['"])[^'"]+\4\])+)$/.exec(expression);
  if (!field) return undefined;
  const text = attempt(() => process.readFile(field[2]!)).value;
  let value: unknown = text === undefined ? undefined : parsed(text);
  for (const match of field[3]!.matchAll(/\.(\w+)|\[['"]([^'"]+)['"]\]/g)) value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[match[1] ?? match[2]!] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function runFile(process: Process, file: string, rest: readonly string[], flags: readonly string[], version: string): number {
  const path = [file, `${file}.js`, `${file}/index.js`].find((one) => process.peek(one)?.type === 'file');
  if (path === undefined) {
    const absolute = file.startsWith('/') ? file : `${here(process) === '/' ? '' : here(process)}/${file.replace(/^\.\//, '')}`;
    process.err(`node:internal/modules/cjs/loader:1386\n  throw err;\n  ^\n\nError: Cannot find module '${absolute}'\n    at Module._resolveFilename (node:internal/modules/cjs/loader:1383:15) {\n  code: 'MODULE_NOT_FOUND',\n  requireStack: []\n}\n\nNode.js ${version}\n`);
    return 1;
  }
  if (flags.includes('--check') || flags.includes('-c')) {
    process.machine.advance(40);
    return 0;
  }
  const command = /node_modules\/(?:\.bin\/|(?:@[^/]+\/)?([^/]+)\/)(?:.*\/)?([^/]+?)(?:\.[cm]?js)?$/.exec(path);
  const name = command ? command[2]! : '';
  const found = command && searchPath(process, path);
  if (found && 'path' in found) return process.limits.nested(() => process.launch(process.fork(), [name, ...rest], found.path));
  return notSimulated(process, 'node', `The program ${file}`);
}
