/** Which Python uv works with: the one that is found, or one that it fetches and keeps (`~/.local/share/uv/python`). */
import { sha256 } from '../../../fs/index.ts';
import { toBytes } from '../../system/byte-string.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { modelled, transferTime } from '../model.ts';
import { interpreterIn, interpreterOf, type Interpreter } from './interpreter.ts';

/** The Python that is there, or one that uv fetches; `undefined` where it may not. The words are told. */
export function findPython(process: Process, args: readonly string[]): Interpreter | undefined {
  const given = optionOf(args, '--python', '-p') ?? process.env.get('UV_PYTHON');
  if (given?.includes('/')) return interpreterOf(process, given);
  for (const name of ['python3', 'python']) {
    const found = interpreterOf(process, name);
    if (found && (given === undefined || !/^\d/.test(given) || found.version.startsWith(given))) return found;
  }
  if (process.env.get('UV_PYTHON_DOWNLOADS') === 'never' || process.env.get('UV_PYTHON_DOWNLOADS') === '0' || process.machine.request.network === 'none') {
    process.err(toBytes(`error: No interpreter found for ${given === undefined ? 'Python' : `Python ${given}`} in virtual environments, managed installations, or search path\n`));
    return undefined;
  }
  return fetchPython(process, /^3\.\d+/.exec(given ?? '')?.[0] ?? '3.14');
}

/** Fetches a Python of a version line and keeps it. */
export function fetchPython(process: Process, minor: string): Interpreter {
  const version = { '3.11': '3.11.14', '3.12': '3.12.12', '3.13': '3.13.9', '3.14': '3.14.0' }[minor] ?? `${minor}.9`;
  const dir = `${process.env.get('UV_PYTHON_INSTALL_DIR') ?? `${process.env.get('HOME') ?? '/root'}/.local/share/uv/python`}/cpython-${version}-linux-x86_64-gnu`;
  if (!process.peek(dir)) {
    process.err(`Downloading cpython-${version}-linux-x86_64-gnu (download) (31.9MiB)\n`);
    writeDescribed(process, `${dir}/bin/python${minor}`, 30_000, sha256(`managed python ${version}`), 0o755);
    for (const name of ['python', 'python3']) process.files.symlink(process, `python${minor}`, `${dir}/bin/${name}`);
    writeDescribed(process, `${dir}/lib/python${minor}/os.py`, 110_000_000, sha256(`managed library ${version}`));
    modelled(process, 'uv', transferTime(33_500_000, 110_000_000), 110_030_000, 'A Python that uv manages: 32 MiB to download, about 110 MB unpacked: estimated.');
  }
  return { ...interpreterIn(process, dir), version };
}

/** Value of an option that may be written with a blank or with `=`. */
export function optionOf(args: readonly string[], ...names: readonly string[]): string | undefined {
  for (const [i, arg] of args.entries()) {
    for (const name of names) {
      if (arg === name) return args[i + 1];
      if (arg.startsWith(`${name}=`)) return arg.slice(name.length + 1);
    }
  }
  return undefined;
}
