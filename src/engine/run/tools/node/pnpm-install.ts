/** `pnpm install`, `pnpm fetch` and `pnpm deploy`. */
import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { copyTree } from '../copy-tree.ts';
import { remove } from '../rm.ts';
import type { Arguments } from './arguments.ts';
import { isOn, setting } from './config.ts';
import { passTime } from './install-time.ts';
import { NO_MANIFEST } from './manifest.ts';
import { fits, withoutLock } from './package.ts';
import { cleaned, readPnpmLock } from './pnpm-lock.ts';
import type { Asked, PnpmLock, PnpmPackage } from './pnpm-lock.ts';
import { fetchPackages, isStored, placePackage, storeOf, virtualName, workspaceSwitch } from './pnpm-store.ts';
import type { Workspace } from './pnpm-workspace.ts';
import { banner, here, inFolder, runLine } from './script.ts';
import type { Member } from './workspaces.ts';

export function pnpmError(process: Process, code: string, message: string): number {
  process.out(` ERR_PNPM_${code}  ${message}\n`);
  return 1;
}

/** Installs for some projects of a workspace, each with links to what it asks for. */
export function pnpmInstall(process: Process, args: Arguments, workspace: Workspace, projects: readonly Member[], added: readonly string[] = []): number {
  if (workspace.projects.length === 0) return pnpmError(process, 'NO_PKG_MANIFEST', `No package.json found in ${here(process)}`);
  if (workspace.shared && workspace.projects.length > 1) process.out(`Scope: ${projects.length === workspace.projects.length ? 'all ' : `${projects.length} of `}${workspace.projects.length} workspace projects\n`);
  const lock = readPnpmLock(process, `${workspace.root}/pnpm-lock.yaml`);
  const frozen = args.flags.has('frozen-lockfile') || (isOn(process.env.get('CI')) && !args.flags.has('no-frozen-lockfile'));
  if (!lock && frozen) {
    return pnpmError(process, 'NO_LOCKFILE', `Cannot install with "frozen-lockfile" because pnpm-lock.yaml is absent\n\nNote that in CI environments this setting is true by default. If you still need to run install in such cases, use "pnpm install --no-frozen-lockfile"`);
  }
  const stale = lock && frozen ? projects.find((one) => outdated(lock, one)) : undefined;
  if (stale) return pnpmError(process, 'OUTDATED_LOCKFILE', `Cannot install with "frozen-lockfile" because pnpm-lock.yaml is not up to date with ${stale.dir === '.' ? '' : `<ROOT>/${stale.dir}/`}package.json`);
  const known = lock ?? guessed(workspace, added);
  if (lock) process.out('Lockfile is up to date, resolution step is skipped\n');
  const asked = new Map(projects.map(({ dir }) => [dir, (known.importers.get(dir) ?? []).filter((one) => wanted(process, args, one))]));
  const status = install(process, args, known, asked, workspace);
  if (status !== 0 || isOn(setting(process, args, 'ignore-scripts'))) return status;
  for (const { dir, manifest } of projects) {
    for (const event of ['preinstall', 'install', 'postinstall', 'prepare']) {
      const line = manifest.scripts.get(event);
      if (line === undefined) continue;
      process.out(banner(manifest, event, line, dir === '.' ? here(process) : `${workspace.root}/${dir}`));
      const failed = inFolder(process, `${workspace.root}/${dir}`, (child) => runLine(child, line, event, manifest, 'pnpm'));
      if (failed !== 0) return pnpmError(process, 'ELIFECYCLE', `Command failed with exit code ${failed}.`) && failed;
    }
  }
  return 0;
}

function wanted(process: Process, args: Arguments, { dev }: Asked): boolean {
  const production = args.flags.has('prod') || args.flags.has('P') || args.flags.has('production') || process.env.get('NODE_ENV') === 'production';
  return !(dev && production) && !(!dev && (args.flags.has('dev') || args.flags.has('D')));
}

/** Whether a manifest asks for something else than the lock file says it does. */
function outdated(lock: PnpmLock, { dir, manifest }: Member): boolean {
  const asked = lock.importers.get(dir);
  return !asked || manifest.dependencies.some(({ name, range }) => asked.find((one) => one.name === name)?.specifier !== range) || asked.some(({ name }) => !manifest.dependencies.some((one) => one.name === name));
}

/** What direct dependencies bring where there is no lock file. */
function guessed(workspace: Workspace, added: readonly string[]): PnpmLock {
  const packages = new Map<string, PnpmPackage>();
  const more = added.map((name) => ({ name, range: 'latest', dev: false, optional: false }));
  const importers = workspace.projects.map(({ dir, manifest }) => {
    const asked = [...manifest.dependencies, ...(dir === '.' ? more : [])].map(({ name, range, dev }): Asked => {
      const member = workspace.projects.find((one) => one.manifest.name === name);
      if (member && range.startsWith('workspace:')) return { name, specifier: range, to: { link: member.dir }, dev };
      const one = withoutLock([{ name, range, dev, optional: false }])[0]!;
      const key = `${name}@${one.version}`;
      packages.set(key, { key, name, version: one.version, optional: false, os: [], cpu: [], libc: [], commands: [...one.commands.keys()], size: one.size, dependencies: new Map() });
      return { name, specifier: range, to: { key }, dev };
    });
    return [dir, asked] as const;
  });
  return { importers: new Map(importers), packages };
}

/** All packages that some projects need on this platform. */
function closure(process: Process, lock: PnpmLock, asked: readonly Asked[]): readonly PnpmPackage[] {
  const found = new Map<string, PnpmPackage>();
  const queue = asked.flatMap(({ to }) => ('key' in to ? [to.key] : []));
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const one = lock.packages.get(key);
    if (!one || found.has(key) || (one.optional && !fits(process, one))) continue;
    process.limits.step();
    found.set(key, one);
    queue.push(...one.dependencies.values());
  }
  return [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function install(process: Process, args: Arguments, lock: PnpmLock, asked: ReadonlyMap<string, readonly Asked[]>, workspace: Workspace): number {
  const store = storeOf(process, args);
  const modules = `${workspace.root}/node_modules`;
  const packages = closure(process, lock, [...asked.values()].flat());
  const missing = packages.filter((one) => !process.peek(`${modules}/.pnpm/${virtualName(one.key)}/node_modules/${one.name}/package.json`));
  const work = fill(process, args, store, missing);
  if (typeof work === 'number') return work;
  let written = work.written;
  for (const one of missing) written += placePackage(process, store, modules, one);
  for (const [dir, wants] of asked) linkProject(process, workspace.root, dir, wants, lock);
  writeState(process, modules, packages, work.fetched + work.reused > 0);
  const duration = passTime(process, 'pnpm', work, written);
  const progress = `Progress: resolved ${packages.length}, reused ${work.reused}, downloaded ${work.fetched}, added ${missing.length}, done\n`;
  process.out(missing.length > 0 ? `Packages: +${missing.length}\n${'+'.repeat(Math.min(80, missing.length))}\n${progress}\nDone in ${shown(duration)} using pnpm v${pnpmVersion(process, workspace)}\n` : `Already up to date\n\nDone in ${shown(duration)} using pnpm v${pnpmVersion(process, workspace)}\n`);
  return 0;
}

/** Fills the store; an exit code where the network is not there. */
function fill(process: Process, args: Arguments, store: string, packages: readonly PnpmPackage[]): ReturnType<typeof fetchPackages> | number {
  const absent = packages.find((one) => !isStored(process, store, one));
  if (absent && isOn(setting(process, args, 'offline'))) return pnpmError(process, 'NO_OFFLINE_TARBALL', `A package is missing from the store but cannot download it in offline mode. The missing package may be downloaded from https://registry.npmjs.org/${absent.name}/-/${absent.name.split('/').at(-1)!}-${absent.version}.tgz.`);
  if (absent && process.machine.request.network === 'none') return pnpmError(process, 'META_FETCH_FAIL', `GET https://registry.npmjs.org/${absent.name}: request to https://registry.npmjs.org/${absent.name} failed, reason: getaddrinfo EAI_AGAIN registry.npmjs.org`);
  return fetchPackages(process, store, packages);
}

/** `node_modules` of one project: links to the virtual store and to folders of the workspace, and the commands. */
function linkProject(process: Process, root: string, dir: string, asked: readonly Asked[], lock: PnpmLock): void {
  const own = dir === '.' ? `${root}/node_modules` : `${root}/${dir}/node_modules`;
  for (const { name, to } of asked) {
    const one = 'key' in to ? lock.packages.get(to.key) : undefined;
    if ('key' in to && !one) continue;
    const virtual = `node_modules/.pnpm/${'key' in to ? virtualName(to.key) : ''}/node_modules/${one?.name ?? ''}`;
    const link = `${own}/${name}`;
    makeDirectories(process, link.slice(0, link.lastIndexOf('/')));
    if (process.peek(link, false)?.type === 'symlink') process.files.unlink(process, link);
    if (!process.peek(link, false)) process.files.symlink(process, relative(cleaned(`${dir}/node_modules/${name}/..`), 'link' in to ? to.link : virtual), link);
    for (const command of one?.commands ?? []) writeDescribed(process, `${own}/.bin/${command}`, 1_180, `pnpm shim ${command}`, 0o755);
  }
}

/** The way from one folder to another, both below the root. */
function relative(from: string, to: string): string {
  const [a, b] = [from.split('/'), to.split('/')];
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/');
}

/** `lock.yaml` says what is installed; `.modules.yaml` also when, as the real one does, so that no two installs are the same bytes. */
function writeState(process: Process, modules: string, packages: readonly PnpmPackage[], changed: boolean): void {
  const key = sha256(packages.map((one) => one.key).join('\n'));
  makeDirectories(process, modules);
  if (packages.length > 0) writeDescribed(process, `${modules}/.pnpm/lock.yaml`, 200 + packages.length * 190, key);
  if (!changed && process.peek(`${modules}/.modules.yaml`)) return;
  process.writeFile(`${modules}/.modules.yaml`, `layoutVersion: 5\nnodeLinker: isolated\nprunedAt: ${new Date(process.machine.now).toUTCString()}\nvirtualStoreDir: .pnpm\n`);
}

/** `pnpm fetch`: fills the store from the lock file alone. */
export function pnpmFetch(process: Process, args: Arguments, workspace: Workspace): number {
  const lock = readPnpmLock(process, `${workspace.root}/pnpm-lock.yaml`);
  if (!lock) return pnpmError(process, 'NO_LOCKFILE', 'Cannot fetch because pnpm-lock.yaml is absent');
  const store = storeOf(process, args);
  const asked = [...lock.importers.values()].flat().filter((one) => wanted(process, args, one));
  const packages = closure(process, lock, asked);
  const work = fill(process, args, store, packages);
  if (typeof work === 'number') return work;
  let written = work.written;
  for (const one of packages) written += placePackage(process, store, `${workspace.root}/node_modules`, one);
  passTime(process, 'pnpm', work, written);
  process.out(`Importing packages to virtual store\nProgress: resolved ${packages.length}, reused ${work.reused}, downloaded ${work.fetched}, added ${packages.length}, done\n`);
  return 0;
}

/** `pnpm deploy`: one project with a `node_modules` of its own that nothing outside is needed for. */
export function pnpmDeploy(process: Process, args: Arguments, workspace: Workspace, project: Member | undefined, target: string | undefined): number {
  if (!project) return pnpmError(process, 'NOTHING_TO_DEPLOY', 'No project was selected for deployment');
  if (target === undefined) return pnpmError(process, 'INVALID_DEPLOY_TARGET', 'This command requires one parameter');
  const injected = workspaceSwitch(process, args, workspace.settings, 'inject-workspace-packages') || args.flags.has('legacy') || workspaceSwitch(process, args, workspace.settings, 'force-legacy-deploy');
  if (!injected) {
    return pnpmError(process, 'DEPLOY_NONINJECTED_WORKSPACE', `By default, starting from pnpm v10, we only deploy from workspaces that have "inject-workspace-packages=true" set\n\nIf you want to deploy without using injected dependencies, run "pnpm deploy" with the "--legacy" flag or set "force-legacy-deploy" to true`);
  }
  const into = process.peek(target);
  if (into?.type === 'dir' && into.names().length > 0) return pnpmError(process, 'DEPLOY_DIR_NOT_EMPTY', `Deploy path ${target} is not empty`);
  const lock = readPnpmLock(process, `${workspace.root}/pnpm-lock.yaml`) ?? guessed(workspace, []);
  const asked = (lock.importers.get(project.dir) ?? []).filter((one) => wanted(process, args, one));
  copyProject(process, `${workspace.root}/${project.dir}`, target, project);
  const inner: Asked[] = [];
  for (const one of asked) {
    if ('key' in one.to) inner.push(one);
    else {
      const { link } = one.to;
      const folder = `${target}/node_modules/.pnpm/${virtualName(`${one.name}@file:${link}`)}/node_modules/${one.name}`;
      const linked = workspace.projects.find(({ dir }) => dir === link);
      copyProject(process, `${workspace.root}/${link}`, folder, linked);
      const path = `${target}/node_modules/${one.name}`;
      makeDirectories(process, path.slice(0, path.lastIndexOf('/')));
      process.files.symlink(process, `${one.name.includes('/') ? '../' : ''}.pnpm/${virtualName(`${one.name}@file:${link}`)}/node_modules/${one.name}`, path);
      inner.push(...(lock.importers.get(link) ?? []).filter((need) => !need.dev && 'key' in need.to));
    }
  }
  return install(process, args, lock, new Map([['.', inner]]), { root: process.locate(target).path, shared: false, projects: [{ dir: '.', manifest: NO_MANIFEST }], settings: {} });
}

/** The files of a project as they would be packed: what `files` names, or all but `node_modules`. */
function copyProject(process: Process, from: string, to: string, project: Member | undefined): void {
  makeDirectories(process, to);
  const named = project?.manifest.files.map((one) => one.replace(/^\.\/|\/.*$/g, '')) ?? [];
  const always = /^(package\.json|readme(\..*)?|licen[cs]e(\..*)?)$/i;
  for (const name of process.directory(from).names()) {
    if (name === 'node_modules' || name === '.git' || (named.length > 0 && !named.includes(name) && !always.test(name))) continue;
    copyTree(process, `${from}/${name}`, `${to}/${name}`, { recursive: true, preserve: false, follow: 'none', force: true, noClobber: false, verbose: false });
  }
  if (process.peek(`${to}/node_modules`)) remove(process, `${to}/node_modules`, true, true);
}

/** The version that `packageManager` asks for, or the one that came. */
export function pnpmVersion(process: Process, { root }: Pick<Workspace, 'root'>): string {
  const text = process.peek(`${root}/package.json`) ? /"packageManager"\s*:\s*"pnpm@([\d.]+)/.exec(process.readFile(`${root}/package.json`))?.[1] : undefined;
  return text ?? '10.20.0';
}

function shown(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds}ms` : `${(milliseconds / 1000).toFixed(1)}s`;
}
