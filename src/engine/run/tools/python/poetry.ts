/**
 * `poetry`. `install`, `sync`, `export` read `pyproject.toml` and `poetry.lock`; `build`, `check`, `lock`, `config`, `run` too.
 * Writes to the active environment, to `.venv` where `virtualenvs.in-project` is set, or below its cache folder.
 */
import { sha256 } from '../../../fs/index.ts';
import { searchPath } from '../../shell/search.ts';
import { toBytes, toText } from '../../system/byte-string.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { interpreterIn, interpreterOf, type Interpreter } from './interpreter.ts';
import { lockedPackages, missingFromLock, writePoetryLock, type LockedPackage } from './poetry-lock.ts';
import { cannotPack, installProject, packProject, readProject, type Project } from './project.ts';
import { cannotInstall, installedIn, hasModule, removeWheel, unpackWheel, wheelSeed } from './wheels.ts';
import { venvIn, writeVenv } from './venv.ts';

const BASIS = 'Versions and sizes of wheels from public lock files; poetry starts in about a second and installs with four workers: estimated.';
const SETTINGS: Readonly<Record<string, string>> = { 'virtualenvs.create': 'POETRY_VIRTUALENVS_CREATE', 'virtualenvs.in-project': 'POETRY_VIRTUALENVS_IN_PROJECT' };

export const poetry: Tool = {
  name: 'poetry',
  run(process, args) {
    const at = args.findIndex((arg, i) => arg[0] !== '-' && !/^(-C|--directory|-P|--project)$/.test(args[i - 1] ?? ''));
    const verb = args[at] ?? '';
    const rest = args.filter((_, i) => i !== at);
    const base = interpreterOf(process, process.command.split(' ')[0]!) ?? interpreterOf(process, 'python3');
    if (!base) return process.fail('cannot execute: required file not found', 127);
    const version = installedIn(process, base.site).get('poetry') ?? '2.4.0';
    if (args.includes('--version') || args.includes('-V') || verb === '') {
      process.out(`Poetry (version ${version})\n`);
      return 0;
    }
    if (verb === 'config') return configure(process, rest);
    if (verb === 'self' || verb === 'cache' || verb === 'env' || verb === 'new' || verb === 'init' || verb === 'add' || verb === 'publish' || verb === 'show') return notSimulated(process, 'poetry', `poetry ${verb}`);
    if (verb === 'export' && !hasModule(process, base, 'poetry_plugin_export') && !version.startsWith('1.')) {
      process.err('\nThe requested command export does not exist.\n\nDocumentation: https://python-poetry.org/docs/cli/\n');
      return 1;
    }
    const project = readProject(process, '.');
    if ('missing' in project || ('manifest' in project && Object.keys(project.manifest).length === 0)) {
      process.err(`\nPoetry could not find a pyproject.toml file in ${process.cwd} or its parents\n`);
      return 1;
    }
    if ('error' in project) {
      process.err(toBytes(`\nInvalid TOML file ${process.cwd}/pyproject.toml: ${project.error} at line ${project.line} col 0\n`));
      return 1;
    }
    switch (verb) {
      case 'install':
      case 'sync':
        return installLocked(process, rest, project, base, verb === 'sync' || rest.includes('--sync'));
      case 'export':
        return exportLocked(process, rest, project);
      case 'build':
        return buildProject(process, rest, project);
      case 'lock':
        process.out('Resolving dependencies...\n\nWriting lock file\n');
        process.writeFile('poetry.lock', toBytes(writePoetryLock(project)));
        modelled(process, 'poetry', 4500, 0, BASIS);
        return 0;
      case 'check':
        process.out('All set!\n');
        modelled(process, 'poetry', 700, 0, BASIS);
        return 0;
      case 'run':
        return runCommand(process, rest, environmentOf(process, base, project));
      default:
        process.err(`\nThe requested command ${verb} does not exist.\n\nDocumentation: https://python-poetry.org/docs/cli/\n`);
        return 1;
    }
  },
};

function configPath(process: Process): string {
  return `${process.env.get('POETRY_CONFIG_DIR') ?? `${process.env.get('HOME') ?? '/root'}/.config/pypoetry`}/config.toml`;
}

function configure(process: Process, args: readonly string[]): number {
  const [key, value] = args.filter((arg) => arg[0] !== '-');
  if (key === undefined || value === undefined) return notSimulated(process, 'poetry', 'poetry config');
  const path = args.includes('--local') ? 'poetry.toml' : configPath(process);
  if (path.includes('/')) makeDirectories(process, path.slice(0, path.lastIndexOf('/')));
  process.open(path, 'append').write(`${key} = ${value}\n`, process);
  modelled(process, 'poetry', 700, 0, BASIS);
  return 0;
}

function setting(process: Process, key: string): boolean | undefined {
  const variable = process.env.get(SETTINGS[key]!);
  const files = [attempt(() => process.readFile('poetry.toml')).value, attempt(() => process.readFile(configPath(process))).value];
  const [section = '', name = ''] = key.split('.');
  const text = variable ?? files.map((file) => new RegExp(`^(?:${section}\\.)?${name} *= *(\\w+)`, 'm').exec(file ?? '')?.[1]).find((one) => one !== undefined);
  return text === undefined ? undefined : /^(1|true)$/i.test(text);
}

function environmentOf(process: Process, base: Interpreter, project: Project): Interpreter {
  const active = venvIn(process, process.env.get('VIRTUAL_ENV') ?? '/nowhere');
  if (active) return active;
  const first = interpreterOf(process, 'python');
  if (first?.venv && first.prefix !== base.prefix) return first;
  if (setting(process, 'virtualenvs.create') === false) return first && !first.managed ? first : base.venv ? (interpreterOf(process, 'python3') ?? base) : base;
  const cache = process.env.get('POETRY_CACHE_DIR') ?? `${process.env.get('HOME') ?? '/root'}/.cache/pypoetry`;
  const python = base.venv ? (interpreterOf(process, 'python3') ?? base) : base;
  const inProject = setting(process, 'virtualenvs.in-project') ?? process.peek('.venv') !== undefined;
  const name = `${project.name}-${sha256(process.cwd).slice(7, 15)}-py${python.minor}`;
  const dir = inProject ? '.venv' : `${process.env.get('POETRY_VIRTUALENVS_PATH') ?? `${cache}/virtualenvs`}/${name}`;
  if (!venvIn(process, dir)) {
    process.out(`Creating virtualenv ${inProject ? project.name : name} in ${process.locate(inProject ? '.' : '/').path === '/' ? dir : `${process.cwd}/${dir}`}\n`);
    if (!inProject) makeDirectories(process, dir);
    writeVenv(process, dir, python, false);
  }
  return interpreterIn(process, process.locate(dir).path);
}

/** The lock's packages, or the exit code where it does not fit; the words are told. */
function readLocked(process: Process, args: readonly string[], project: Project): readonly LockedPackage[] | number {
  const text = attempt(() => process.readFile('poetry.lock')).value;
  if (text === undefined) {
    process.out('Resolving dependencies...\n\nWriting lock file\n');
    process.writeFile('poetry.lock', toBytes(writePoetryLock(project)));
    process.machine.advance(4500);
  }
  const locked = lockedPackages(toText(text ?? attempt(() => process.readFile('poetry.lock')).value ?? ''), project, selection(args));
  if ('error' in locked) {
    process.err(toBytes(`\nUnable to read the lock file (${locked.error}).\n`));
    return 1;
  }
  if (missingFromLock(locked.all, project).length > 0) {
    process.err('\npyproject.toml changed significantly since poetry.lock was last generated. Run `poetry lock` to fix the lock file.\n');
    return 1;
  }
  return locked.wanted;
}

function selection(args: readonly string[]) {
  const values = (name: string) => args.flatMap((arg, i) => (arg === name ? [args[i + 1] ?? ''] : arg.startsWith(`${name}=`) ? [arg.slice(name.length + 1)] : [])).flatMap((one) => one.split(','));
  return { only: values('--only'), without: [...values('--without'), ...(args.includes('--no-dev') ? ['dev'] : [])], with: values('--with'), main: args.includes('--only-root') };
}

function installLocked(process: Process, args: readonly string[], project: Project, base: Interpreter, exact: boolean): number {
  const packages = readLocked(process, args, project);
  if (typeof packages === 'number') return packages;
  const environment = environmentOf(process, base, project);
  const own = !args.includes('--no-root') && tableOf(project)['package-mode'] !== false;
  const broken = own ? cannotPack(process, project) : undefined;
  process.out('Installing dependencies from lock file\n\n');
  const installed = installedIn(process, environment.site);
  const missing = packages.filter((one) => installed.get(one.name) !== one.version);
  const extra = exact ? [...installed.keys()].filter((name) => !packages.some((one) => one.name === name) && name !== 'pip' && name !== project.name) : [];
  if (missing.length === 0 && extra.length === 0) process.out('No dependencies to install or update\n');
  else process.out(`Package operations: ${missing.length} install${missing.length === 1 ? '' : 's'}, 0 updates, ${extra.length} removal${extra.length === 1 ? '' : 's'}\n\n`);
  const cache = `${process.env.get('POETRY_CACHE_DIR') ?? `${process.env.get('HOME') ?? '/root'}/.cache/pypoetry`}/artifacts`;
  const where = { site: environment.site, bin: environment.bin, installer: 'Poetry 2.4.0', bytecode: args.includes('--compile'), tag: `cpython-${environment.minor.replace('.', '')}` };
  const problem = missing.map((one) => cannotInstall(process, one)).find((one) => one !== undefined);
  if (problem !== undefined) {
    process.err(toBytes(problem));
    return 1;
  }
  let download = 0;
  let bytes = 0;
  for (const name of extra) removeWheel(process, where.site, where.bin, name);
  for (const one of missing) {
    process.limits.step(10);
    const seed = wheelSeed(one);
    const kept = `${cache}/${seed.slice(7, 9)}/${seed.slice(9, 11)}/${seed.slice(11)}.whl`;
    if (!process.peek(kept)) {
      if (process.machine.request.network === 'none') {
        process.err(`\nAll attempts to connect to pypi.org failed.\n`);
        return 1;
      }
      download += one.wheel;
      if (!args.includes('--no-cache')) {
        writeDescribed(process, kept, one.wheel, seed);
        bytes += one.wheel;
      }
    }
    process.out(`  - Installing ${one.name} (${one.version})\n`);
    bytes += unpackWheel(process, one, where);
  }
  if (own) {
    process.out(`\nInstalling the current project: ${project.name} (${project.version})\n`);
    if (broken !== undefined) {
      process.err(toBytes(`Error: The current project could not be installed: ${broken}\nIf you do not want to install the current project use --no-root.\nIf you want to use Poetry only for dependency management but not for packaging, you can disable package mode by setting package-mode = false in your pyproject.toml file.\n`));
      return 1;
    }
    installProject(process, project, where, true);
  }
  modelled(process, 'poetry', Math.round(1100 + missing.reduce((sum, one) => sum + 90 + one.installed / 200_000, 0) + download / 12_500), bytes, BASIS);
  return 0;
}

function tableOf(project: Project): Readonly<Record<string, unknown>> {
  const tool = project.manifest['tool'] as Readonly<Record<string, unknown>> | undefined;
  return (tool?.['poetry'] as Readonly<Record<string, unknown>> | undefined) ?? {};
}

function exportLocked(process: Process, args: readonly string[], project: Project): number {
  const chosen = args.some((arg) => /^--(with|without|only|all-groups)(=|$)/.test(arg)) ? args : [...args, '--only', 'main'];
  const packages = readLocked(process, chosen, project);
  if (typeof packages === 'number') return packages;
  const hashes = !args.includes('--without-hashes');
  const text = packages.map((one) => `${one.name}==${one.version}${one.marker === undefined ? '' : ` ; ${one.marker}`}${hashes ? one.hashes.map((hash) => ` \\\n    --hash=${hash}`).join('') : ''}\n`).join('');
  const at = args.findIndex((arg) => arg === '-o' || arg === '--output');
  const out = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--output='))?.slice(9);
  if (out === undefined) process.out(toBytes(text));
  else process.writeFile(out, toBytes(text));
  modelled(process, 'poetry', 1100, text.length, BASIS);
  return 0;
}

function buildProject(process: Process, args: readonly string[], project: Project): number {
  const broken = cannotPack(process, project);
  if (broken !== undefined) {
    process.err(toBytes(`\n${broken.replace(/^\w+: /, '')}\n`));
    return 1;
  }
  const kinds = args.join(' ').includes('wheel') ? (['wheel'] as const) : args.join(' ').includes('sdist') ? (['sdist'] as const) : (['sdist', 'wheel'] as const);
  process.out(`Building ${project.name} (${project.version})\n`);
  for (const file of packProject(process, project, 'dist', kinds)) process.out(`  - Built ${file}\n`);
  modelled(process, 'poetry', 2200, 0, BASIS);
  return 0;
}

function runCommand(process: Process, argv: readonly string[], environment: Interpreter): number {
  const child = process.fork();
  child.env.set('PATH', `${environment.bin}:${process.env.get('PATH') ?? ''}`);
  const found = searchPath(child, argv[0] ?? '');
  if (!('path' in found)) {
    process.err(`Command not found: ${argv[0] ?? ''}\n`);
    return 1;
  }
  return process.limits.nested(() => child.launch(child, argv, found.path));
}
