/** Which Python a command belongs to: found as Python itself finds its prefix, by the place of the program that was called. */
import { searchPath } from '../../shell/search.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';

export interface Interpreter {
  /** `/usr/local`, `/usr`, `/opt/venv`. */
  readonly prefix: string;
  /** `3.13`. */
  readonly minor: string;
  /** `3.13.14`. */
  readonly version: string;
  /** Where packages are installed. */
  readonly site: string;
  /** Where their commands are. */
  readonly bin: string;
  readonly venv: boolean;
  /** PEP 668: belongs to the distribution's package manager. */
  readonly managed: boolean;
}

/** Pythons of distributions, by `VERSION_CODENAME` or `alpine 3.22`. */
const DISTRIBUTED: Readonly<Record<string, string>> = {
  'alpine 3.20': '3.12.11', 'alpine 3.21': '3.12.12', 'alpine 3.22': '3.12.12', 'alpine 3.23': '3.12.12',
  bookworm: '3.11.2', bullseye: '3.9.2', focal: '3.8.10', jammy: '3.10.12', noble: '3.12.3', resolute: '3.14.3', trixie: '3.13.5',
};
/** Releases from before their Python was marked as managed. */
const UNMANAGED = new Set(['bullseye', 'focal', 'jammy']);

/** The Python of the program `name` (a name in PATH or a path); undefined where there is no such program. */
export function interpreterOf(process: Process, name: string): Interpreter | undefined {
  const found = searchPath(process, name);
  if (!('path' in found)) return undefined;
  const folder = found.path.slice(0, Math.max(0, found.path.lastIndexOf('/')));
  const dir = attempt(() => process.locate(folder === '' ? '/' : folder).path).value ?? folder;
  return interpreterIn(process, dir.replace(/\/s?bin$/, ''));
}

/** The Python whose programs are in `prefix/bin`. */
export function interpreterIn(process: Process, prefix: string): Interpreter {
  const settings = attempt(() => process.readFile(`${prefix}/pyvenv.cfg`)).value;
  if (settings !== undefined) {
    const version = /^version(?:_info)? *= *(\S+)/m.exec(settings)?.[1] ?? '3.13.0';
    return made(prefix, version, `${prefix}/lib/python${minorOf(version)}/site-packages`, true, false);
  }
  const system = distribution(process);
  if (prefix === '/usr' || prefix === '') {
    const version = DISTRIBUTED[system.name] ?? (system.alpine ? '3.14.2' : '3.13.5');
    const site = system.alpine ? `/usr/lib/python${minorOf(version)}/site-packages` : `/usr/local/lib/python${minorOf(version)}/dist-packages`;
    return { ...made('/usr', version, site, false, !UNMANAGED.has(system.name)), bin: system.alpine ? '/usr/bin' : '/usr/local/bin' };
  }
  const folder = process.peek(`${prefix}/lib`)?.type === 'dir' ? process.directory(`${prefix}/lib`).names().filter((name) => /^python3\.\d+$/.test(name)).at(-1) : undefined;
  const minor = folder?.slice(6) ?? /^\d+\.\d+/.exec(process.env.get('PYTHON_VERSION') ?? '')?.[0] ?? '3.13';
  const version = process.env.get('PYTHON_VERSION')?.startsWith(`${minor}.`) ? process.env.get('PYTHON_VERSION')! : `${minor}.0`;
  return made(prefix, version, `${prefix}/lib/python${minor}/site-packages`, false, false);
}

function made(prefix: string, version: string, site: string, venv: boolean, managed: boolean): Interpreter {
  return { prefix, version, minor: minorOf(version), site, bin: `${prefix}/bin`, venv, managed };
}

function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

/** The system's name as `DISTRIBUTED` has it, and whether its C library is musl. */
export function distribution(process: Process): { readonly name: string; readonly alpine: boolean; readonly debian: boolean } {
  const release = attempt(() => process.readFile('/etc/os-release')).value ?? '';
  const alpine = process.peek('/etc/alpine-release') !== undefined;
  const branch = /^VERSION_ID="?(\d+\.\d+)/m.exec(release)?.[1] ?? '';
  const codename = /^VERSION_CODENAME=(\w+)/m.exec(release)?.[1] ?? 'trixie';
  return { name: alpine ? `alpine ${branch}` : codename, alpine, debian: !alpine };
}
