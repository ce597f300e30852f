import { sha256 } from '../../../fs/index.ts';
import { attempt, strerror } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated, transferTime, varied } from '../model.ts';
import { PIP_SIZES } from './pip-sizes.ts';

const BASIS = 'Versions and sizes from public lock files; small web apps took 3.8 to 8.4 s in published build logs; downloads at 100 Mbit/s.';

interface Requirement {
  readonly name: string;
  readonly version: string | undefined;
}

export const pip: Tool = {
  name: 'pip',
  aliases: ['pip3'],
  run(process, args) {
    const [verb] = args.filter((arg) => arg[0] !== '-');
    if (verb === undefined && args.includes('--version')) {
      process.out(`pip 25.3 from ${sitePackages(process)}/pip (python ${pythonVersion(process)})\n`);
      return 0;
    }
    if (verb === 'install') return install(process, args.slice(args.indexOf('install') + 1));
    return notSimulated(process, 'pip', `pip ${verb ?? ''}`.trim());
  },
};

/** `python -m pip` and `python -m venv`; other programs in Python do not run here. */
export const python: Tool = {
  name: 'python3',
  aliases: ['python'],
  run(process, args) {
    if (args[0] === '--version' || args[0] === '-V') {
      process.out(`Python ${process.env.get('PYTHON_VERSION') ?? '3.13.9'}\n`);
      return 0;
    }
    if (args[0] !== '-m') return notSimulated(process, 'python', 'A Python program');
    if (args[1] === 'pip') return pip.run(process, args.slice(2));
    if (args[1] !== 'venv') return notSimulated(process, 'python', `python -m ${args[1] ?? ''}`);
    const dir = args.slice(2).find((arg) => arg[0] !== '-') ?? 'venv';
    makeDirectories(process, `${dir}/lib/python${pythonVersion(process)}/site-packages`);
    makeDirectories(process, `${dir}/bin`);
    for (const name of ['python', 'python3']) if (!process.peek(`${dir}/bin/${name}`, false)) process.files.symlink(process, name === 'python' ? '/usr/local/bin/python3' : 'python', `${dir}/bin/${name}`);
    for (const name of ['pip', 'pip3']) writeDescribed(process, `${dir}/bin/${name}`, 240, `venv ${name}`, 0o755);
    writeDescribed(process, `${dir}/lib/python${pythonVersion(process)}/site-packages/pip/pip.files`, 10_000_000, 'venv pip');
    process.writeFile(`${dir}/pyvenv.cfg`, `home = /usr/local/bin\ninclude-system-site-packages = false\nversion = ${pythonVersion(process)}\n`);
    modelled(process, 'python', 2800, 10_000_000, 'Making a virtual environment takes 2 to 4 s: estimated.');
    return 0;
  },
};

function pythonVersion(process: Process): string {
  return /^\d+\.\d+/.exec(process.env.get('PYTHON_VERSION') ?? '')?.[0] ?? '3.13';
}

/** Where packages go: the environment that is active, or the one the called `pip` belongs to. */
function prefixOf(process: Process): string {
  const active = process.env.get('VIRTUAL_ENV');
  if (active) return active;
  const called = /^(.*)\/bin\/(?:pip3?|python3?)$/.exec(process.command.split(' ')[0] ?? '')?.[1];
  return called && process.peek(`${called}/pyvenv.cfg`) ? called : '/usr/local';
}

function sitePackages(process: Process): string {
  return `${prefixOf(process)}/lib/python${pythonVersion(process)}/site-packages`;
}

function install(process: Process, args: readonly string[]): number {
  const wanted: Requirement[] = [];
  const flags = new Set<string>();
  let target: string | undefined;
  let local = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '-r' || arg === '--requirement' || arg.startsWith('--requirement=')) {
      const path = arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : (args[++i] ?? '');
      const { value, errno } = attempt(() => process.readFile(path));
      if (value === undefined) {
        process.err(`ERROR: Could not open requirements file: [Errno ${errno === 'EACCES' ? 13 : 2}] ${strerror(errno!)}: '${path}'\n`);
        return 1;
      }
      wanted.push(...value.split('\n').flatMap(parseRequirement));
    } else if (arg === '-t' || arg === '--target' || arg === '--prefix') target = args[++i];
    else if (['-c', '--constraint', '-i', '--index-url', '--extra-index-url', '-f', '--find-links', '--cache-dir', '--trusted-host', '--root'].includes(arg)) i++;
    else if (arg === '-e' || arg === '--editable') {
      local = true;
      i++;
    } else if (arg[0] === '-') flags.add(arg);
    else if (arg === '.' || arg.startsWith('./') || arg.startsWith('/')) local = true;
    else wanted.push(...parseRequirement(arg));
  }
  const site = target ?? sitePackages(process);
  const missing = wanted.filter(({ name }) => !process.peek(`${site}/${moduleName(name)}`));
  for (const { name } of wanted) if (!missing.some((one) => one.name === name)) process.out(`Requirement already satisfied: ${name} in ${site}\n`);
  if (missing.length > 0 && process.machine.request.network === 'none') {
    process.err(`ERROR: Could not find a version that satisfies the requirement ${missing[0]!.name} (from versions: none)\nERROR: No matching distribution found for ${missing[0]!.name}\n`);
    return 1;
  }
  const cache = `${process.env.get('PIP_CACHE_DIR') ?? `${process.env.get('HOME') ?? '/root'}/.cache/pip`}/http-v2`;
  const keeps = !flags.has('--no-cache-dir') && !/^(1|true|off|on|yes)$/i.test(process.env.get('PIP_NO_CACHE_DIR') ?? '');
  let bytes = 0;
  let download = 0;
  let unpacked = 0;
  let count = 0;
  const done: string[] = [];
  for (const requirement of missing) {
    const one = sizesOf(requirement);
    const seed = sha256(`pip ${requirement.name}==${one.version}`);
    const wheel = `${cache}/${seed.slice(7, 8)}/${seed.slice(8, 9)}/${seed.slice(7, 47)}`;
    process.out(`Collecting ${requirement.name}${requirement.version ? `==${requirement.version}` : ''}\n`);
    if (process.peek(wheel)) process.out(`  Using cached ${moduleName(requirement.name)}-${one.version}-py3-none-any.whl (${kilobytes(one.wheels)})\n`);
    else {
      process.out(`  Downloading ${moduleName(requirement.name)}-${one.version}-py3-none-any.whl (${kilobytes(one.wheels)})\n`);
      download += one.wheels;
      if (keeps) {
        writeDescribed(process, wheel, one.wheels, `${seed} wheel`);
        bytes += one.wheels;
      }
    }
    writeDescribed(process, `${site}/${moduleName(requirement.name)}/__init__.py`, one.installed, seed);
    process.writeFile(`${makePath(process, `${site}/${moduleName(requirement.name)}-${one.version}.dist-info`)}/METADATA`, `Name: ${requirement.name}\nVersion: ${one.version}\n`);
    if (COMMANDS.has(requirement.name)) writeDescribed(process, `${prefixOf(process)}/bin/${requirement.name.replace(/\[.*/, '')}`, 220, `${seed} command`, 0o755);
    bytes += one.installed;
    unpacked += one.installed;
    count += one.count;
    done.push(`${requirement.name}-${one.version}`);
  }
  if (local) done.push('local project');
  if (done.length > 0) process.out(`Installing collected packages: ${missing.map(({ name }) => name).join(', ')}\nSuccessfully installed ${done.join(' ')}\n`);
  if (process.uid === 0 && !process.env.has('PIP_ROOT_USER_ACTION') && !flags.has('--root-user-action=ignore') && prefixOf(process) === '/usr/local') {
    process.err("WARNING: Running pip as the 'root' user can result in broken permissions and conflicting behaviour with the system package manager, possibly rendering your system unusable. It is recommended to use a virtual environment instead: https://pip.pypa.io/warnings/venv. Use the --root-user-action option if you know what you are doing and want to suppress this warning.\n");
  }
  modelled(process, 'pip', Math.round(900 + count * 220 + transferTime(download, unpacked * 2)), bytes, BASIS);
  return 0;
}

const COMMANDS = new Set(['gunicorn', 'uvicorn', 'flask', 'celery', 'django', 'pytest', 'black', 'ruff', 'mypy', 'poetry', 'alembic', 'streamlit', 'uvicorn[standard]', 'fastapi[standard]', 'ipython']);

function makePath(process: Process, path: string): string {
  makeDirectories(process, path);
  return path;
}

/** One line of a requirements file. */
function parseRequirement(line: string): Requirement[] {
  const match = /^\s*([A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?)\s*(?:(?:===?|~=|>=|<=|>|<|!=)\s*([\w.*+!-]+))?/.exec(line.replace(/\s+#.*|^#.*/, ''));
  return match ? [{ name: match[1]!.toLowerCase(), version: /[=]=|~=/.test(line) ? match[2] : undefined }] : [];
}

function sizesOf({ name, version }: Requirement): { version: string; wheels: number; installed: number; count: number } {
  const known = PIP_SIZES.find(([one]) => one === name) ?? PIP_SIZES.find(([one]) => one === name.replace(/\[.*/, ''));
  if (!known) return { version: version ?? '1.0.0', wheels: varied(name, 250_000), installed: varied(name, 900_000), count: 2 };
  return { version: version ?? (known[1] || '1.0.0'), wheels: known[5], installed: known[6], count: known[4] };
}

function moduleName(name: string): string {
  return name.replace(/\[.*/, '').replace(/[-.]/g, '_');
}

function kilobytes(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e3)} kB`;
}
