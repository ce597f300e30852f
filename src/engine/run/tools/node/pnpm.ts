import type { Process } from '../../system/process.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { modelled, notSimulated } from '../model.ts';
import { readArguments } from './arguments.ts';
import type { Arguments } from './arguments.ts';
import { prepareShim } from './corepack.ts';
import { runPackageCommand } from './npx.ts';
import { pnpmDeploy, pnpmError, pnpmFetch, pnpmInstall, pnpmVersion } from './pnpm-install.ts';
import { storeOf } from './pnpm-store.ts';
import { filtered, findWorkspace, ordered } from './pnpm-workspace.ts';
import type { Workspace } from './pnpm-workspace.ts';
import { banner, inFolder, runLine, runScript } from './script.ts';
import type { Member } from './workspaces.ts';

const VALUED = ['filter', 'F', 'C', 'dir', 'store-dir', 'reporter', 'loglevel', 'workspace-concurrency', 'network-concurrency', 'config', 'registry'];

/**
 * pnpm 10: reads `pnpm-workspace.yaml`, the manifests, `pnpm-lock.yaml`, `.npmrc` and its store; writes the store and
 * `node_modules` of the root and of each project. Time is a share of npm's (`install-time.ts`).
 */
export const pnpm: Tool = {
  name: 'pnpm',
  aliases: ['pnpx'],
  run(process, all) {
    const refused = prepareShim(process, 'pnpm');
    if (refused !== undefined) return refused;
    if (process.name === 'pnpx') return runPackageCommand(process, 'pnpm', readArguments(all, ['package'], 1).words, readArguments(all, ['package'], 1));
    const args = readArguments(all, VALUED);
    const folder = args.flags.get('C') ?? args.flags.get('dir');
    return typeof folder === 'string' ? inFolder(process, folder, (child) => dispatch(child, args)) : dispatch(process, args);
  },
};

function dispatch(process: Process, args: Arguments): number {
  const workspace = findWorkspace(process);
  const [first, ...rest] = args.words;
  const recursive = args.flags.has('r') || args.flags.has('recursive') || first === 'recursive';
  const [verb = '', ...words] = first === 'recursive' ? rest : args.words;
  const filters = [...args.repeated('filter'), ...args.repeated('F')];
  const projects = filters.length > 0 ? filtered(workspace, filters) : workspace.projects;
  if (args.flags.has('version') || (args.flags.has('v') && verb === '')) {
    process.out(`${pnpmVersion(process, workspace)}\n`);
    return 0;
  }
  if (filters.length > 0 && projects.length === 0) {
    process.out(`No projects matched the filters in "${workspace.root}"\n`);
    return 0;
  }
  switch (verb) {
    case 'install':
    case 'i':
    case 'ci':
      return pnpmInstall(process, verb === 'ci' ? { ...args, flags: new Map(args.flags).set('frozen-lockfile', true) } : args, workspace, projects);
    case 'add':
      return args.flags.has('g') || args.flags.has('global') ? notSimulated(process, 'pnpm', 'pnpm add --global') : pnpmInstall(process, args, workspace, projects, words);
    case 'fetch':
      return pnpmFetch(process, args, workspace);
    case 'deploy':
      return pnpmDeploy(process, args, workspace, projects[0], words[0]);
    case 'store':
      return store(process, args, words[0] ?? '');
    case 'prune':
      return pnpmInstall(process, args, workspace, projects);
    case 'dlx':
      return runPackageCommand(process, 'pnpm', words, args);
    case 'exec':
      return onProjects(process, workspace, recursive || filters.length > 0 ? ordered(workspace, projects) : undefined, (child) => runLine(child, [...words, ...args.rest].join(' '), 'exec', here(workspace), 'pnpm'));
    case 'run':
    case 'run-script':
      return scripts(process, args, workspace, words[0] ?? '', words.slice(1), recursive || filters.length > 0 ? projects : undefined);
    case '':
    case 'help':
      process.out('Version 10.20.0\nUsage: pnpm [command] [flags]\n       pnpm [ -h | --help | -v | --version ]\n');
      return 1;
    case 'config':
    case 'set':
    case 'setup':
    case 'rebuild':
    case 'approve-builds':
    case 'audit':
    case 'env':
    case 'import':
    case 'ls':
    case 'list':
    case 'pack':
    case 'patch':
    case 'remove':
    case 'rm':
    case 'self-update':
    case 'update':
    case 'up':
    case 'why':
      return notSimulated(process, 'pnpm', `pnpm ${verb}`);
    default:
      return scripts(process, args, workspace, verb, words, recursive || filters.length > 0 ? projects : undefined);
  }
}

function here(workspace: Workspace): Member['manifest'] {
  return workspace.projects[0]!.manifest;
}

function onProjects(process: Process, workspace: Workspace, projects: readonly Member[] | undefined, body: (process: Process, project: Member | undefined) => number): number {
  if (!projects) return body(process, undefined);
  for (const project of projects) {
    const status = inFolder(process, `${workspace.root}/${project.dir}`, (child) => body(child, project));
    if (status !== 0) return status;
  }
  return 0;
}

/** Runs a script here, or in projects of the workspace: those that are needed come first, those without it are left out. */
function scripts(process: Process, args: Arguments, workspace: Workspace, name: string, words: readonly string[], projects: readonly Member[] | undefined): number {
  const more = [...words, ...args.rest];
  const cwd = process.cwd;
  const own = workspace.projects.find(({ dir }) => (dir === '.' ? workspace.root : `${workspace.root}/${dir}`) === cwd);
  const chosen = projects ? ordered(workspace, projects).filter(({ manifest }) => manifest.scripts.has(name)) : own ? [own] : [];
  if (chosen.length === 0) {
    if (args.flags.has('if-present')) return 0;
    if (own || projects) return pnpmError(process, projects ? 'RECURSIVE_RUN_NO_SCRIPT' : 'NO_SCRIPT', projects ? `None of the selected packages has a "${name}" script` : `Missing script: ${name}\n\nCommand "${name}" not found.`);
    return pnpmError(process, 'NO_IMPORTER_MANIFEST_FOUND', `No package.json (or package.yaml, or package.json5) was found in "${cwd}".`);
  }
  if (!projects && !chosen[0]!.manifest.scripts.has(name)) {
    return args.flags.has('if-present') ? 0 : pnpmError(process, 'NO_SCRIPT', `Missing script: ${name}\n\nCommand "${name}" not found.`);
  }
  if (projects && chosen.length > 1) process.out(`Scope: ${chosen.length} of ${workspace.projects.length} workspace projects\n`);
  for (const { dir, manifest } of chosen) {
    const place = dir === '.' ? workspace.root : `${workspace.root}/${dir}`;
    const announce = (line: string, event: string) => process.out(chosen.length > 1 ? `${dir} ${event}$ ${line}\n` : banner(manifest, event, line, place));
    const status = inFolder(process, place, (child) => runScript({ process: child, manifest, manager: 'pnpm', more, announce }, name));
    if (status === 0) continue;
    const line = manifest.scripts.get(name);
    if (projects) return pnpmError(process, 'RECURSIVE_RUN_FIRST_FAIL', `${manifest.name}@${manifest.version} ${name}: \`${line}\`\nExit status ${status}`) && status;
    process.out(` ELIFECYCLE  Command failed with exit code ${status}.\n`);
    return status;
  }
  return 0;
}

function store(process: Process, args: Arguments, verb: string): number {
  const path = storeOf(process, args);
  if (verb === 'path') {
    process.out(`${path}\n`);
    return 0;
  }
  if (verb !== 'prune') return notSimulated(process, 'pnpm', `pnpm store ${verb}`);
  if (process.peek(path)) remove(process, path, true, true);
  modelled(process, 'pnpm', 400, 0, 'Taken to empty the store: nothing is told apart by its use.');
  process.out('Removed all cached metadata files\n');
  return 0;
}
