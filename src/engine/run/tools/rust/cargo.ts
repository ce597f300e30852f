/** `cargo`: reads the sources here and writes one artifact that changes with them. */
import { sha256 } from '../../../fs/index.ts';
import { attempt } from '../../system/errno.ts';
import { writeDescribed } from '../../system/writing.ts';
import { dependencies, sources } from '../build-inputs.ts';
import { modelled, notSimulated } from '../model.ts';
import type { Tool } from '../tool.ts';

export const cargo: Tool = {
  name: 'cargo',
  run(process, args) {
    const verb = args.find((arg) => arg[0] !== '-' && arg[0] !== '+');
    const manifest = attempt(() => process.readFile('Cargo.toml')).value;
    if (verb === undefined || !['build', 'b', 'fetch', 'test', 'check', 'install'].includes(verb)) return notSimulated(process, 'cargo', `cargo ${verb ?? ''}`.trim());
    if (manifest === undefined && verb !== 'install') {
      process.err(`error: could not find \`Cargo.toml\` in \`${process.cwd}\` or any parent directory\n`);
      return 101;
    }
    const home = process.env.get('CARGO_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.cargo`;
    const count = (manifest ?? '').split(/^\[dependencies\]$/m)[1]?.split(/^\[/m)[0]?.match(/^[\w-]+\s*=/gm)?.length ?? 0;
    const fetched = dependencies(process, `${home}/registry/cache`, ['Cargo.toml', 'Cargo.lock'], 800_000 + count * 6_000_000);
    if (verb === 'fetch') {
      modelled(process, 'cargo', fetched ? 200 : 1500 + count * 900, 0, 'Fetching crates: estimated by the number of direct dependencies.');
      return 0;
    }
    const release = args.includes('--release') || args.includes('-r');
    const target = args.flatMap((arg, i) => (arg === '--target' ? [`${args[i + 1]}/`] : arg.startsWith('--target=') ? [`${arg.slice(9)}/`] : []))[0] ?? '';
    const dir = `${process.env.get('CARGO_TARGET_DIR') ?? 'target'}/${target}${release ? 'release' : 'debug'}`;
    const compiled = dependencies(process, `${dir}/deps`, ['Cargo.toml', 'Cargo.lock'], 20_000_000 + count * 12_000_000);
    const name = /^name\s*=\s*"([^"]+)"/m.exec(manifest ?? '')?.[1] ?? 'app';
    const seed = sha256(`cargo ${args.join(' ')} ${sources(process)} ${process.machine.request.platform}`);
    writeDescribed(process, `${dir}/${name}`, 3_400_000 + count * 350_000, seed, 0o755);
    const duration = (fetched ? 300 : 1500 + count * 900) + (compiled ? 6200 : Math.min(148_000, 8000 + count * 14_000));
    process.err(`   Compiling ${name} v0.1.0 (${process.cwd})\n    Finished \`${release ? 'release' : 'dev'}\` profile [${release ? 'optimized' : 'unoptimized + debuginfo'}] target(s) in ${(duration / 1000).toFixed(2)}s\n`);
    modelled(process, 'cargo', duration, 3_400_000, 'Published release builds took one to three minutes, 6.2 s with compiled dependencies; scaled by direct dependencies.');
    return 0;
  },
};
