/**
 * `rustc`: compiles one crate from its root. Reads the root, its modules and what they include; writes a program, or a library
 * with `--crate-type`. Sizes and times are estimated.
 */
import { sha256 } from '../../../fs/index.ts';
import { writeDescribed } from '../../system/writing.ts';
import { emulation, modelled } from '../model.ts';
import type { Tool } from '../tool.ts';
import { sourcesOf } from './sources.ts';

const VALUED = new Set(['-o', '-C', '-L', '-l', '-A', '-W', '-D', '--crate-type', '--crate-name', '--edition', '--target', '--emit', '--out-dir', '--cfg', '--extern', '--codegen']);
/** A program of nothing but the standard library, and virtual milliseconds to compile and link it. */
const PROGRAM = { size: 545_000, time: 900 };

export const rustc: Tool = {
  name: 'rustc',
  run(process, args) {
    const version = process.env.get('RUST_VERSION') ?? '1.98.0';
    if (args.includes('--version') || args.includes('-V')) {
      process.out(`rustc ${version}\n`);
      return 0;
    }
    const value = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1));
    const [root] = args.filter((arg, i) => !arg.startsWith('-') && !VALUED.has(args[i - 1] ?? ''));
    if (root === undefined) {
      process.err('error: no input filename given\n\n');
      return 1;
    }
    const sources = sourcesOf(process, root);
    if (sources.length === 0) {
      process.err(`error: couldn't read \`${root}\`: No such file or directory (os error 2)\n\nerror: aborting due to 1 previous error\n\n`);
      return 1;
    }
    const name = root.split('/').at(-1)!.replace(/\.rs$/, '').replaceAll('-', '_');
    const library = value('--crate-type') !== undefined && value('--crate-type') !== 'bin';
    const dir = value('--out-dir');
    const path = value('-o') ?? `${dir === undefined ? '' : `${dir}/`}${library ? `lib${name}.rlib` : name}`;
    const flags = args.filter((arg, i) => arg !== root && arg !== '-o' && args[i - 1] !== '-o');
    const text = sources.reduce((sum, one) => sum + one.text.length, 0);
    const seed = sha256(['rustc', version, process.machine.request.platform, ...flags, ...sources.map((one) => `${one.path} ${one.digest}`)].join('\n'));
    writeDescribed(process, path, library ? 4_000 + text * 4 : PROGRAM.size + text * 4, seed, library ? 0o644 : 0o755);
    modelled(process, 'rustc', (PROGRAM.time + text / 20) * emulation(process), 0, 'Estimated: 0.9 s for a small program, and 50 ms for 1 kB of source.');
    return 0;
  },
};
