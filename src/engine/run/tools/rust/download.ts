/** The registry below CARGO_HOME: what is missing of it, and what fetching writes there. */
import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled, transferTime } from '../model.ts';
import { crateSize } from './sizes.ts';
import type { Crate } from './workspace.ts';

const INDEX = 'index.crates.io-1949cf8c6b5b557f';
const BASIS = 'Sizes of the Debian packages of the same crates at 100 Mbit/s, and half a second for the index: estimated.';

export function cargoHome(process: Process): string {
  return process.env.get('CARGO_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.cargo`;
}

/** Fetches what is not there yet; an exit code where that fails. */
export function fetchCrates(process: Process, crates: readonly Crate[]): number | undefined {
  const registry = `${cargoHome(process)}/registry`;
  const missing = crates.filter(({ name, version }) => !process.peek(`${registry}/src/${INDEX}/${name}-${version}`));
  const [first] = missing;
  if (!first) return undefined;
  if (process.machine.request.network === 'none') {
    process.err(`error: failed to download from \`https://static.crates.io/crates/${first.name}/${first.version}/download\`\n\nCaused by:\n  [6] Could not resolve hostname (Could not resolve host: static.crates.io)\n`);
    return 101;
  }
  process.err(`    Updating crates.io index\n Downloading crates ...\n`);
  let packed = 0;
  let unpacked = 0;
  for (const crate of missing) {
    const size = crateSize(crate);
    const name = `${crate.name}-${crate.version}`;
    process.err(`  Downloaded ${crate.name} v${crate.version}\n`);
    writeDescribed(process, `${registry}/cache/${INDEX}/${name}.crate`, size.packed, sha256(`crate ${name}`));
    writeDescribed(process, `${registry}/src/${INDEX}/${name}/src/lib.rs`, size.unpacked, sha256(`crate ${name} sources`));
    packed += size.packed;
    unpacked += size.unpacked;
  }
  if (!process.peek(`${registry}/index/${INDEX}/.cache`)) writeDescribed(process, `${registry}/index/${INDEX}/.cache/entries`, 20_000 * missing.length, sha256('crates.io index'));
  modelled(process, 'cargo', 500 + missing.length * 12 + transferTime(packed, unpacked), packed + unpacked, BASIS);
  return undefined;
}
