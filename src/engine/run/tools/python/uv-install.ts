/**
 * What all installing commands of uv share: its cache (`~/.cache/uv`), links or copies out of it, its lines of output.
 * Warm it takes about a second where pip takes ten; bytecode is only written when it is asked for.
 */
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { modelled } from '../model.ts';
import type { Interpreter } from './interpreter.ts';
import { toBytes } from '../../system/byte-string.ts';
import { installProject, type Project } from './project.ts';
import type { Distribution } from './resolve.ts';
import { cannotInstall, installedIn, moduleOf, removeWheel, unpackWheel, wheelSeed } from './wheels.ts';

const BASIS = 'Versions and sizes of wheels from public lock files; uv is taken to need a second for what takes pip ten; downloads at 100 Mbit/s.';

/** Whether a switch is set, by option or by variable. */
export function isSet(process: Process, args: readonly string[], option: string, variable = `UV_${option.slice(2).replaceAll('-', '_').toUpperCase()}`): boolean {
  return args.includes(option) || /^(1|true|on|yes|y|t)$/i.test(process.env.get(variable) ?? '');
}

/** Where uv keeps what it downloads. */
export function uvCache(process: Process): string {
  return process.env.get('UV_CACHE_DIR') ?? `${process.env.get('XDG_CACHE_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.cache`}/uv`;
}

export interface UvPlan {
  readonly distributions: readonly Distribution[];
  /** Packages that are not wanted any more go (`uv sync`, `uv pip sync`). */
  readonly exact: boolean;
  readonly project?: { readonly project: Project; readonly editable: boolean };
  /** `Resolved 12 packages in 30ms` is said. */
  readonly resolved: number | undefined;
}

/** Installs into a Python; the exit code. */
export function uvInstall(process: Process, args: readonly string[], interpreter: Interpreter, plan: UvPlan): number {
  const { site, bin } = interpreter;
  const cache = uvCache(process);
  const noCache = isSet(process, args, '--no-cache') || args.includes('-n');
  const bytecode = isSet(process, args, '--compile-bytecode');
  const installed = installedIn(process, site);
  const projectName = plan.project ? plan.project.project.name.toLowerCase().replace(/[-_.]+/g, '-') : undefined;
  const wanted = new Map(plan.distributions.map((one) => [one.name, one]));
  const extra = plan.exact ? [...installed].filter(([name]) => !wanted.has(name) && name !== projectName && name !== 'pip') : [];
  const missing = plan.distributions.filter((one) => installed.get(one.name) !== one.version);
  if (plan.resolved !== undefined) process.err(`Resolved ${counted(plan.resolved)} in ${Math.max(2, plan.resolved)}ms\n`);
  const problem = missing.map((one) => cannotInstall(process, one)).find((one) => one !== undefined);
  if (problem !== undefined) {
    const one = missing.find((distribution) => cannotInstall(process, distribution) !== undefined)!;
    process.err(toBytes(one.kind === 'glibc' ? `error: Distribution \`${one.name}==${one.version}\` can't be installed because it doesn't have a source distribution or wheel for the current platform\n` : `  × Failed to build \`${one.name}==${one.version}\`\n  ├─▶ The build backend returned an error\n  ╰─▶ Call to \`setuptools.build_meta.build_wheel\` failed (exit status: 1)\n`));
    return 1;
  }
  const cachePath = (one: Distribution) => `${cache}/archive-v0/${wheelSeed(one).slice(7, 28)}`;
  const toFetch = missing.filter((one) => noCache || !process.peek(cachePath(one)));
  if (toFetch.length > 0 && (process.machine.request.network === 'none' || isSet(process, args, '--offline'))) {
    process.err(toBytes(`  × Failed to fetch: \`https://pypi.org/simple/${toFetch[0]!.name}/\`\n  ├─▶ Request failed after 3 retries\n  ╰─▶ dns error: failed to lookup address information: Temporary failure in name resolution\n`));
    return 1;
  }
  const download = toFetch.reduce((sum, one) => sum + one.wheel, 0);
  for (const one of toFetch.filter((big) => big.wheel > 1_000_000)) process.err(`Downloading ${one.name} (${(one.wheel / 1048576).toFixed(1)}MiB)\n`);
  let bytes = 0;
  const where = { site, bin, installer: 'uv', bytecode, tag: `cpython-${interpreter.minor.replace('.', '')}` };
  for (const one of toFetch) {
    if (noCache) continue;
    bytes += unpackWheel(process, one, { ...where, site: cachePath(one), bin: `${cachePath(one)}/bin`, bytecode: false });
    writeDescribed(process, `${cache}/wheels-v5/pypi/${one.name}/${one.version}.msgpack`, 900, wheelSeed(one));
  }
  const prepared = toFetch.length + (plan.project ? 1 : 0);
  const mode = process.env.get('UV_LINK_MODE') ?? 'hardlink';
  const sameDevice = mountOf(process, cache) === mountOf(process, site);
  const fetching = download / 12_500 + (plan.project ? 400 : 0);
  if (prepared > 0) process.err(`Prepared ${counted(prepared)} in ${spent(fetching + 60)}\n`);
  for (const [name] of extra) removeWheel(process, site, bin, name);
  if (missing.length > 0 && !noCache && !sameDevice && mode === 'hardlink') {
    process.err('warning: Failed to hardlink files; falling back to full copy. This may lead to degraded performance.\n         If the cache and target directories are on different filesystems, hardlinking may not be supported.\n         If this is intentional, set `export UV_LINK_MODE=copy` or use `--link-mode=copy` to suppress this warning.\n');
  }
  let copied = 0;
  makeDirectories(process, site);
  const replaced = missing.filter((one) => removeWheel(process, site, bin, one.name)).length;
  for (const one of missing) {
    process.limits.step(10);
    const written = unpackWheel(process, one, where);
    const linked = !noCache && sameDevice && mode === 'hardlink';
    if (linked) {
      const file = `${moduleOf(one.name)}/__init__.py`;
      process.files.unlink(process, `${site}/${file}`);
      process.files.link(process, `${cachePath(one)}/${file}`, `${site}/${file}`);
    } else bytes += written;
    copied += linked ? 0 : one.installed;
  }
  if (plan.project) bytes += installProject(process, plan.project.project, where, plan.project.editable);
  const compiled = bytecode ? missing.reduce((sum, one) => sum + Math.min(one.installed, 20_000_000), 0) : 0;
  const duration = 40 + (plan.resolved ?? 0) * 2 + missing.length * 6 + copied / 400_000;
  const uninstalled = extra.length + replaced;
  if (uninstalled > 0) process.err(`Uninstalled ${counted(uninstalled)} in ${5 + uninstalled}ms\n`);
  const project = plan.project?.project;
  const lines = [
    ...extra.map(([name, version]) => [name, ` - ${name}==${version}\n`] as const),
    ...missing.flatMap((one) => [...(installed.has(one.name) ? [[one.name, ` - ${one.name}==${installed.get(one.name)!}\n`] as const] : []), [one.name, ` + ${one.name}==${one.version}\n`] as const]),
    ...(project ? [[projectName!, ` + ${projectName!}==${project.version} (from file://${process.locate(project.dir).path})\n`] as const] : []),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  if (missing.length > 0 || project) process.err(`Installed ${counted(missing.length + (project ? 1 : 0))} in ${spent(duration)}\n`);
  else if (extra.length === 0) process.err(plan.distributions.length === 0 && !plan.exact ? '' : `Audited ${counted(plan.distributions.length)} in 1ms\n`);
  for (const [, line] of lines) process.err(line);
  if (bytecode && missing.length > 0) process.err(`Bytecode compiled ${Math.max(1, Math.round(compiled / 9000))} files in ${spent(compiled / 80_000)}\n`);
  modelled(process, 'uv', Math.round(fetching + duration + compiled / 80_000), bytes, BASIS);
  return 0;
}

/** `1 package`, `2 packages`. */
export function counted(n: number): string {
  return `${n} package${n === 1 ? '' : 's'}`;
}

function spent(milliseconds: number): string {
  return milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)}s` : `${Math.max(1, Math.round(milliseconds))}ms`;
}

/** The mount that a path lies on; the empty text for the root file system. */
function mountOf(process: Process, path: string): string {
  const full = path.startsWith('/') ? path : `${process.cwd === '/' ? '' : process.cwd}/${path}`;
  return process.machine.request.mounts.map((mount) => mount.target.replace(/\/$/, '')).filter((target) => full === target || full.startsWith(`${target}/`)).sort((a, b) => b.length - a.length)[0] ?? '';
}
