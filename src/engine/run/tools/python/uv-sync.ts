/** uv's commands on a project: `sync`, `lock`, `export` and `run`. */
import { toBytes, toText } from '../../system/byte-string.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { searchPath } from '../../shell/search.ts';
import { modelled, notSimulated } from '../model.ts';
import { remove } from '../rm.ts';
import { tableAt } from '../manifests/toml.ts';
import { interpreterIn } from './interpreter.ts';
import { cannotPack, readProject, type Project } from './project.ts';
import { normalise } from './requirement.ts';
import { counted, isSet, uvInstall } from './uv-install.ts';
import { isCurrent, lockedClosure, readUvLock, writeUvLock, type UvLock } from './uv-lock.ts';
import { findPython } from './uv-python.ts';
import { venvIn, writeVenv } from './venv.ts';
import { wheelSeed } from './wheels.ts';

/** Options that take the next word. */
const VALUED = /^(-p|--python|--extra|--group|--no-group|--only-group|--package|--link-mode|-o|--output-file|--format|--project|--directory|--with|--index|--refresh-package|--no-install-package|--env-file)$/;

/** Runs one of the commands; the exit code. */
export function uvProject(process: Process, verb: 'sync' | 'lock' | 'export' | 'run', args: readonly string[]): number {
  if (verb === 'run' && isSet(process, args, '--no-sync')) return runCommand(process, args);
  const project = readProject(process, valueOf(args, '--project') ?? valueOf(args, '--directory') ?? '.');
  if ('missing' in project) {
    if (verb === 'run') return runCommand(process, args);
    process.err('error: No `pyproject.toml` found in current directory or any parent directory\n');
    return 2;
  }
  if ('error' in project) {
    process.err(toBytes(`error: Failed to parse: \`pyproject.toml\`\n  Caused by: TOML parse error at line ${project.line}, column 1\n  |\n${project.line} | \n  | ^\n${project.error}\n`));
    return 2;
  }
  const lock = lockOf(process, args, project, verb);
  if (typeof lock === 'number') return lock;
  if (verb === 'lock') {
    process.err(`Resolved ${counted(lock.packages.size)} in ${lock.packages.size}ms\n`);
    modelled(process, 'uv', 300 + lock.packages.size * 12, 0, 'Resolving takes uv well under a second where the index answers quickly.');
    return 0;
  }
  const wanted = { extras: valuesOf(args, '--extra'), allExtras: args.includes('--all-extras'), groups: groupsOf(process, args, project) };
  const distributions = lockedClosure(lock, normalise(project.name), wanted);
  if (verb === 'export') return exportLock(process, args, project, distributions);
  const environment = environmentOf(process, args, project);
  if (typeof environment === 'number') return environment;
  const packed = project.backend !== undefined || tableAt(project.manifest, 'tool', 'uv')['package'] === true;
  const own = packed && tableAt(project.manifest, 'tool', 'uv')['package'] !== false && !args.includes('--no-install-project') && !args.includes('--only-group');
  const broken = own ? cannotPack(process, project) : undefined;
  if (broken !== undefined) {
    process.err(toBytes(`  × Failed to build \`${project.name} @ file://${process.locate(project.dir).path}\`\n  ├─▶ The build backend returned an error\n  ╰─▶ Call to \`${project.backend ?? 'setuptools.build_meta'}.build_editable\` failed (exit status: 1)\n\n      [stderr]\n      ${broken.replaceAll('\n', '\n      ')}\n`));
    return 1;
  }
  const status = uvInstall(process, args, environment, { distributions, exact: !args.includes('--inexact'), resolved: isSet(process, args, '--frozen') ? undefined : lock.packages.size, ...(own && { project: { project, editable: !isSet(process, args, '--no-editable') } }) });
  return status !== 0 || verb === 'sync' ? status : runCommand(process, args, environment.bin);
}

function lockOf(process: Process, args: readonly string[], project: Project, verb: string): UvLock | number {
  const path = `${project.dir}/uv.lock`;
  const frozen = isSet(process, args, '--frozen') && verb !== 'lock';
  const locked = isSet(process, args, '--locked') || (verb === 'lock' && args.includes('--check'));
  const text = attempt(() => process.readFile(path)).value;
  if (text === undefined && (frozen || locked)) {
    process.err('error: Unable to find lockfile at `uv.lock`. To create a lockfile, run `uv lock` or `uv sync`.\n');
    return 2;
  }
  const lock = text === undefined ? undefined : readUvLock(toText(text));
  if (lock && 'error' in lock) {
    process.err(toBytes(`error: Failed to parse \`uv.lock\`\n  Caused by: TOML parse error at line ${lock.line}, column 1\n${lock.error}\n`));
    return 2;
  }
  if (lock && (frozen || isCurrent(lock, project))) return lock;
  if (locked) {
    process.err(`Resolved ${counted(lock?.packages.size ?? 0)} in 12ms\nerror: The lockfile at \`uv.lock\` needs to be updated, but \`--locked\` was provided. To update the lockfile, run \`uv lock\`.\n`);
    return 1;
  }
  if (process.machine.request.network === 'none') {
    process.err(toBytes('error: Failed to fetch: `https://pypi.org/simple/`\n  Caused by: dns error: failed to lookup address information: Temporary failure in name resolution\n'));
    return 1;
  }
  const made = toBytes(writeUvLock(project));
  const { errno } = attempt(() => process.writeFile(path, made));
  if (errno !== undefined) {
    process.err(toBytes(`error: failed to write to file \`${process.locate(project.dir).path}/uv.lock\`: ${errno === 'EROFS' ? 'Read-only file system (os error 30)' : 'Permission denied (os error 13)'}\n`));
    return 2;
  }
  process.machine.advance(300);
  const again = readUvLock(toText(made));
  return 'error' in again ? 2 : again;
}

/** The project's environment, made where it is not there. */
function environmentOf(process: Process, args: readonly string[], project: Project) {
  const given = process.env.get('UV_PROJECT_ENVIRONMENT');
  const active = args.includes('--active') ? process.env.get('VIRTUAL_ENV') : undefined;
  const dir = active ?? (given === undefined ? `${project.dir}/.venv` : given.startsWith('/') ? given : `${project.dir}/${given}`);
  const there = venvIn(process, dir);
  const isBroken = there !== undefined && !process.peek(`${there.bin}/python`);
  if (there && !isBroken) return there;
  const python = findPython(process, args);
  if (!python) return 2;
  if (given !== undefined && process.locate(dir).path === python.prefix) return python;
  if (isBroken) {
    process.err(`warning: Ignoring existing virtual environment linked to non-existent Python interpreter: ${dir.replace(/^\.\//, '')}/bin/python\n`);
    remove(process, dir, true, true);
  }
  process.err(`Using CPython ${python.version} interpreter at: ${python.prefix}/bin/python3\nCreating virtual environment at: ${dir.replace(/^\.\//, '')}\n`);
  writeVenv(process, dir, python, false, false, 'uv = 0.9.11\n');
  process.machine.advance(60);
  return interpreterIn(process, process.locate(dir).path);
}

function groupsOf(process: Process, args: readonly string[], project: Project): string[] {
  const without = new Set(valuesOf(args, '--no-group'));
  const only = valuesOf(args, '--only-group');
  if (only.length > 0) return only;
  const standard = isSet(process, args, '--no-dev') || args.includes('--no-default-groups') ? [] : ['dev'];
  const all = args.includes('--all-groups') ? Object.keys(project.groups) : [...standard, ...valuesOf(args, '--group')];
  return all.filter((group) => !without.has(group));
}

function exportLock(process: Process, args: readonly string[], project: Project, distributions: readonly { name: string; version: string }[]): number {
  const hashes = !args.includes('--no-hashes');
  const header = args.includes('--no-header') ? '' : `# This file was autogenerated by uv via the following command:\n#    uv export ${args.join(' ')}\n`;
  const own = project.backend !== undefined && !args.includes('--no-emit-project') ? (args.includes('--no-editable') ? '.\n' : '-e .\n') : '';
  const text = header + own + distributions.map((one) => `${one.name}==${one.version}${hashes ? ` \\\n    --hash=${wheelSeed({ ...one, wheel: 0, installed: 0, kind: 'any', needs: [] })}` : ''}\n`).join('');
  const out = valueOf(args, '-o') ?? valueOf(args, '--output-file');
  if (out !== undefined) process.writeFile(out, toBytes(text));
  if (out === undefined || !args.includes('-q')) process.out(toBytes(text));
  modelled(process, 'uv', 60, text.length, 'Writing a list of what is locked takes no time to speak of.');
  return 0;
}

/** `uv run COMMAND`: in the environment where there is one. */
function runCommand(process: Process, args: readonly string[], bin = '.venv/bin'): number {
  const at = args.findIndex((arg, i) => arg[0] !== '-' && !VALUED.test(args[i - 1] ?? ''));
  const argv = at < 0 ? [] : args.slice(at);
  if (argv.length === 0) return notSimulated(process, 'uv', 'uv run without a command');
  const child = process.fork();
  const path = process.peek(bin)?.type === 'dir' ? process.locate(bin).path : undefined;
  if (path !== undefined) child.env.set('PATH', `${path}:${process.env.get('PATH') ?? ''}`);
  const command = argv[0]!.endsWith('.py') ? ['python', ...argv] : argv;
  const found = searchPath(child, command[0]!);
  if (!('path' in found)) {
    process.err(`error: Failed to spawn: \`${command[0]!}\`\n  Caused by: No such file or directory (os error 2)\n`);
    return 2;
  }
  return process.limits.nested(() => child.launch(child, command, found.path));
}

function valueOf(args: readonly string[], name: string): string | undefined {
  return valuesOf(args, name)[0];
}

function valuesOf(args: readonly string[], name: string): string[] {
  return args.flatMap((arg, i) => (arg === name ? [args[i + 1] ?? ''] : arg.startsWith(`${name}=`) ? [arg.slice(name.length + 1)] : []));
}
