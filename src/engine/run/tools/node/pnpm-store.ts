/** pnpm's store and the virtual store: each package once in `node_modules/.pnpm`, its files shared with the store. */
import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { isOn, setting } from './config.ts';
import { NO_WORK } from './install-time.ts';
import type { Work } from './install-time.ts';
import type { PnpmPackage } from './pnpm-lock.ts';

/** The store's folder: `store-dir`, or below `PNPM_HOME`, or in the home. */
export function storeOf(process: Process, args: Parameters<typeof setting>[1]): string {
  const home = process.env.get('HOME') ?? '/root';
  const data = process.env.get('XDG_DATA_HOME') ?? `${home}/.local/share`;
  const named = setting(process, args, 'store-dir') ?? `${process.env.get('PNPM_HOME') ?? `${data}/pnpm`}/store`;
  return `${named.replace(/^~(?=\/|$)/, home)}/v10`;
}

function indexPath(store: string, one: PnpmPackage): string {
  const hex = sha256(`${one.name}@${one.version}`).slice(7);
  return `${store}/index/${hex.slice(0, 2)}/${hex.slice(2, 40)}-${one.name.replace('/', '+')}@${one.version}.json`;
}

function contentPath(store: string, one: PnpmPackage): string {
  const hex = sha256(`${one.name}@${one.version} files`).slice(7);
  return `${store}/files/${hex.slice(0, 2)}/${hex.slice(2, 66)}`;
}

export function isStored(process: Process, store: string, one: PnpmPackage): boolean {
  return process.peek(indexPath(store, one)) !== undefined;
}

/** Downloads what the store lacks; gives the work. */
export function fetchPackages(process: Process, store: string, packages: readonly PnpmPackage[]): Work & { readonly written: number } {
  const work = { ...NO_WORK, written: 0 };
  for (const one of packages) {
    process.limits.step(2);
    if (isStored(process, store, one)) {
      work.reused++;
      work.reusedBytes += one.size;
      continue;
    }
    writeDescribed(process, contentPath(store, one), one.size, `${one.name}@${one.version}`);
    writeDescribed(process, indexPath(store, one), 900, `${one.name}@${one.version} index`);
    work.fetched++;
    work.fetchedBytes += one.size;
    work.written += one.size + 900;
  }
  return work;
}

/** Folder of a package in the virtual store: `@hono+node-server@1.19.19_hono@4.13.19`. */
export function virtualName(key: string): string {
  return key.replaceAll('/', '+').replaceAll('(', '_').replaceAll(')', '').replace(/:/g, '+');
}

/**
 * Puts a package into `modules/.pnpm` with links to what it needs. Its files are hard links into the store, or copies
 * where the store lies on a mount. Gives the bytes that were copied.
 */
export function placePackage(process: Process, store: string, modules: string, one: PnpmPackage): number {
  const inside = `${modules}/.pnpm/${virtualName(one.key)}/node_modules`;
  const dir = `${inside}/${one.name}`;
  if (process.peek(`${dir}/package.json`)) return 0;
  makeDirectories(process, dir);
  process.writeFile(`${dir}/package.json`, `${JSON.stringify({ name: one.name, version: one.version }, null, 2)}\n`);
  const files = `${dir}/${one.name.split('/').at(-1)!}.files`;
  const content = contentPath(store, one);
  const copied = mountOf(process, store) !== mountOf(process, process.locate(dir).path) || !process.peek(content);
  if (copied) writeDescribed(process, files, one.size, `${one.name}@${one.version}`);
  else process.files.link(process, content, files);
  for (const command of one.commands) writeDescribed(process, `${dir}/bin/${command}`, 200, `${one.name}@${one.version} ${command}`, 0o755);
  for (const [name, key] of one.dependencies) {
    const link = `${inside}/${name}`;
    if (name === one.name || process.peek(link, false)) continue;
    makeDirectories(process, link.slice(0, link.lastIndexOf('/')));
    process.files.symlink(process, `${name.includes('/') ? '../../..' : '../..'}/${virtualName(key)}/node_modules/${nameOf(key)}`, link);
  }
  return copied ? one.size : 0;
}

function nameOf(key: string): string {
  return key.slice(0, key.indexOf('@', 1));
}

/** Target of the mount that a path lies on; `/` is the root itself. */
function mountOf(process: Process, path: string): string {
  const targets = process.machine.request.mounts.map(({ target }) => target).filter((target) => path === target || path.startsWith(`${target}/`));
  return targets.sort((a, b) => b.length - a.length)[0] ?? '/';
}

/** Whether `name` is switched on in `pnpm-workspace.yaml` or `.npmrc`, under either spelling. */
export function workspaceSwitch(process: Process, args: Parameters<typeof setting>[1], settings: Readonly<Record<string, unknown>>, name: string): boolean {
  const camel = name.replace(/-(.)/g, (_, c: string) => c.toUpperCase());
  return settings[camel] === true || isOn(setting(process, args, name));
}
