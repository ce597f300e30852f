/** `python -m venv`: a folder with a link to the Python, pip, and `pyvenv.cfg`. Takes 2 to 4 s with pip, estimated. */
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories } from '../../system/writing.ts';
import { modelled } from '../model.ts';
import { remove } from '../rm.ts';
import { distribution, interpreterIn, type Interpreter } from './interpreter.ts';
import { distributionOf } from './resolve.ts';
import { unpackWheel, writeCommand } from './wheels.ts';

/** `python -m venv [options] DIR…`; the exit code. */
export function makeVenv(process: Process, args: readonly string[], base: Interpreter): number {
  const dirs = args.filter((arg, i) => arg[0] !== '-' && args[i - 1] !== '--prompt');
  if (dirs.length === 0) {
    process.err('usage: venv [-h] [--system-site-packages] [--symlinks | --copies] [--clear] [--upgrade] [--without-pip] [--prompt PROMPT] [--upgrade-deps] [--without-scm-ignore-files] ENV_DIR [ENV_DIR ...]\nvenv: error: the following arguments are required: ENV_DIR\n');
    return 2;
  }
  const withPip = !args.includes('--without-pip');
  if (withPip && base.prefix === '/usr' && distribution(process).debian && !hasEnsurePip(process)) {
    process.out(`The virtual environment was not created successfully because ensurepip is not\navailable.  On Debian/Ubuntu systems, you need to install the python3-venv\npackage using the following command.\n\n    apt install python${base.minor}-venv\n\nYou may need to use sudo with that command.  After installing the python3-venv\npackage, recreate your virtual environment.\n\nFailing command: ${process.locate(dirs[0]!).path}/bin/python3\n\n`);
    return 1;
  }
  let bytes = 0;
  for (const dir of dirs) {
    if (args.includes('--clear') && process.peek(dir)) remove(process, dir, true, true);
    bytes += writeVenv(process, dir, base, withPip, args.includes('--system-site-packages'));
  }
  modelled(process, 'python', withPip ? 2800 : 120, bytes, 'Making a virtual environment with pip takes 2 to 4 s: estimated.');
  return 0;
}

/** Writes the environment; gives the bytes written. */
export function writeVenv(process: Process, dir: string, base: Interpreter, withPip: boolean, systemSite = false, creator = ''): number {
  makeDirectories(process, dir);
  const path = process.locate(dir).path;
  const site = `${path}/lib/python${base.minor}/site-packages`;
  const bin = `${path}/bin`;
  makeDirectories(process, site);
  makeDirectories(process, bin);
  const program = process.peek(`${base.prefix}/bin/python3`) ? `${base.prefix}/bin/python3` : `${base.prefix}/bin/python`;
  for (const [name, target] of [['python', program], ['python3', 'python'], [`python${base.minor}`, 'python']] as const) {
    if (!process.peek(`${bin}/${name}`, false)) process.files.symlink(process, target, `${bin}/${name}`);
  }
  process.writeFile(`${path}/pyvenv.cfg`, `home = ${base.prefix}/bin\ninclude-system-site-packages = ${String(systemSite)}\nversion = ${base.version}\n${creator}`);
  for (const name of ['activate', 'activate.fish', 'activate.csh']) process.writeFile(`${bin}/${name}`, `VIRTUAL_ENV=${path}\nexport VIRTUAL_ENV\nPATH="$VIRTUAL_ENV/bin:$PATH"\nexport PATH\n`);
  if (!withPip) return 0;
  const pip = distributionOf('pip', '25.3');
  writeCommand(process, { bin }, `pip${base.minor}`);
  return unpackWheel(process, pip, { site, bin, installer: 'pip', bytecode: true, tag: `cpython-${base.minor.replace('.', '')}` });
}

/** Debian ships what puts pip into an environment apart: with python3-venv. */
function hasEnsurePip(process: Process): boolean {
  const status = attempt(() => process.readFile('/var/lib/dpkg/status')).value ?? '';
  return /^Package: python3(\.\d+)?-(venv|full)$/m.test(status);
}

/** The environment in a folder; undefined where there is none. */
export function venvIn(process: Process, dir: string): Interpreter | undefined {
  const path = attempt(() => process.locate(dir)).value;
  return path?.inode?.type === 'dir' && process.peek(`${path.path}/pyvenv.cfg`) ? interpreterIn(process, path.path) : undefined;
}
