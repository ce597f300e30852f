/** `rustup`, as far as Dockerfiles call it: targets and components are added. */
import { sha256 } from '../../../fs/index.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled, notSimulated, transferTime } from '../model.ts';
import type { Tool } from '../tool.ts';

/** `rustup target add`, `rustup component add`: 25 MB of download each, estimated. */
export const rustup: Tool = {
  name: 'rustup',
  run(process, args) {
    if (args[0] === '--version') {
      process.out('rustup 1.29.0\n');
      return 0;
    }
    const [kind = '', verb, ...names] = args;
    if (verb !== 'add' || (kind !== 'target' && kind !== 'component')) return notSimulated(process, 'rustup', `rustup ${args.join(' ')}`);
    const home = process.env.get('RUSTUP_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.rustup`;
    for (const name of names) {
      const path = `${home}/toolchains/stable/lib/rustlib/${name}/${kind}.files`;
      if (process.peek(path)) process.err(`info: component '${name}' is up to date\n`);
      else {
        process.err(`info: downloading component '${kind === 'target' ? 'rust-std' : name}'${kind === 'target' ? ` for '${name}'` : ''}\n`);
        writeDescribed(process, path, 80_000_000, sha256(`rustup ${kind} ${name} ${process.env.get('RUST_VERSION') ?? ''}`));
        modelled(process, 'rustup', transferTime(25_000_000, 80_000_000), 80_000_000, 'A component of 25 MB, 80 MB unpacked: estimated.');
      }
    }
    return 0;
  },
};
