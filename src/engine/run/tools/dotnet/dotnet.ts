/**
 * `dotnet restore`, `build`, `publish` and `test`: read solutions, projects and their sources, keep packages in
 * `~/.nuget/packages`, leave `bin` and `obj` in each project. `obj/project.assets.json` is what restore leaves for build.
 */
import { sha256 } from '../../../fs/index.ts';
import { toText } from '../../system/byte-string.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';
import { makeDirectories, writeDescribed } from '../../system/writing.ts';
import { bytesBelow, digestOf, filesBelow, keep, missingOf } from '../artifacts.ts';
import { modelled, notSimulated, transferTime, varied } from '../model.ts';
import type { Tool } from '../tool.ts';
import { projectFiles, readProject, type Project } from './project.ts';

const BASIS = 'Estimated: restore of a web API 5 to 40 s, publish 8 to 40 s.';
/** Packages with all that they bring: packages, bytes to download; unpacked they are three times that. */
const SIZES: Readonly<Record<string, readonly [count: number, bytes: number]>> = {
  'Npgsql.EntityFrameworkCore.PostgreSQL': [45, 22_000_000],
  'Microsoft.EntityFrameworkCore': [12, 9_000_000],
  'Microsoft.AspNetCore.OpenApi': [3, 1_000_000],
};

export const dotnet: Tool = {
  name: 'dotnet',
  run(process, args) {
    const [verb = ''] = args;
    const sdk = process.env.get('DOTNET_SDK_VERSION');
    if (verb === '--version') {
      process.out(`${sdk ?? '10.0.400'}\n`);
      return 0;
    }
    if (!['restore', 'build', 'publish', 'test'].includes(verb)) return notSimulated(process, 'dotnet', `dotnet ${verb}`.trim());
    const valued = new Set(['-c', '--configuration', '-o', '--output', '-r', '--runtime', '-f', '--framework', '-v', '--verbosity', '-a', '--arch', '--os']);
    const given = args.slice(1).find((arg, i) => !/^[-/]\w/.test(arg) && arg[0] !== '-' && !valued.has(args[i] ?? '')) ?? '.';
    const projects = readAll(process, projectFiles(process, given));
    if (typeof projects === 'string') {
      process.out(`${projects}\n`);
      return 1;
    }
    const option = (...names: string[]) => args[args.findIndex((arg) => names.includes(arg)) + 1];
    const output = args.includes('-o') || args.includes('--output') ? option('-o', '--output') : undefined;
    const configuration = args.includes('-c') || args.includes('--configuration') ? option('-c', '--configuration')! : verb === 'publish' ? 'Release' : 'Debug';
    if (!args.includes('--no-restore') && !args.includes('--no-build')) {
      const status = restore(process, projects);
      if (status !== 0 || verb === 'restore') return status;
    }
    return compile(process, projects, verb, configuration, output, projectFiles(process, given));
  },
};

/** The projects and all that they refer to, those referred to first. */
function readAll(process: Process, paths: readonly string[]): readonly Project[] | string {
  if (paths.length === 0) return 'MSBUILD : error MSB1003: Specify a project or solution file. The current working directory does not contain a project or solution file.';
  const found: Project[] = [];
  const visiting = new Set<string>();
  const visit = (path: string): string | undefined => {
    if (visiting.has(path)) return undefined;
    visiting.add(path);
    process.limits.step(5);
    const project = readProject(process, path);
    if (!project) return `MSBUILD : error MSB1009: Project file does not exist.\nSwitch: ${toText(path)}`;
    if ('error' in project) return project.error;
    for (const reference of project.references) {
      const error = visit(reference);
      if (error !== undefined) return error;
    }
    found.push(project);
    return undefined;
  };
  for (const path of paths) {
    const error = visit(path);
    if (error !== undefined) return error;
  }
  return found;
}

function packageFolder(process: Process): string {
  return process.env.get('NUGET_PACKAGES') ?? `${process.env.get('HOME') ?? '/root'}/.nuget/packages`;
}

function restore(process: Process, projects: readonly Project[]): number {
  const folder = packageFolder(process);
  const wanted = new Map(projects.flatMap(({ packages }) => packages.map(({ name, version }) => {
    const [count, size] = SIZES[name] ?? [2, varied(name, 700_000)];
    const path = `${folder}/${name.toLowerCase()}/${version}/${name.toLowerCase()}.files`;
    return [path, { path, size: size * 3, seed: `nuget ${name} ${version}`, count }] as const;
  })));
  const missing = missingOf(process, [...wanted.values()]);
  if (missing.length > 0 && process.machine.request.network === 'none') {
    process.out(`${projects[0]!.path} : error NU1301: Unable to load the service index for source https://api.nuget.org/v3/index.json.\n`);
    return 1;
  }
  const got = keep(process, missing);
  process.out('  Determining projects to restore...\n');
  for (const { path, dir, framework, packages } of projects) {
    makeDirectories(process, `${dir}/obj`);
    const libraries = Object.fromEntries(packages.map(({ name, version }) => [`${name}/${version}`, { type: 'package' }]));
    process.writeFile(`${dir}/obj/project.assets.json`, `${JSON.stringify({ version: 3, targets: { [framework]: {} }, libraries, packageFolders: { [`${folder}/`]: {} } }, undefined, 2)}\n`);
    process.out(`  Restored ${toText(process.cwd)}/${path}.\n`);
  }
  modelled(process, 'dotnet', 1400 + projects.length * 300 + got.count * 110 + transferTime(got.bytes / 3, got.bytes), got.bytes, BASIS);
  return 0;
}

/** What is wrong with what a restore left for a project, in the SDK's words; undefined where build can use it. */
function staleAssets(process: Process, { path, dir, packages }: Project): string | undefined {
  const file = `${dir}/obj/project.assets.json`;
  const text = attempt(() => process.readFile(file)).value;
  const where = `${toText(process.cwd)}/${path}`;
  if (text === undefined) return `error NETSDK1004: Assets file '${toText(process.cwd)}/${file}' not found. Run a NuGet package restore to generate this file. [${where}]`;
  const folders = /"packageFolders"\s*:\s*\{\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1]?.replaceAll('\\\\', '\\');
  const gone = packages.find(({ name, version }) => !process.peek(`${(folders ?? packageFolder(process)).replace(/\/$/, '')}/${name.toLowerCase()}/${version}`));
  return gone && `error NETSDK1064: Package ${gone.name}, version ${gone.version} was not found. It might have been deleted since NuGet restore. Otherwise, NuGet restore might have only partially completed, which might have been due to maximum path length restrictions. [${where}]`;
}

function compile(process: Process, projects: readonly Project[], verb: string, configuration: string, output: string | undefined, roots: readonly string[]): number {
  const digests = new Map<string, string>();
  let duration = 900;
  let bytes = 0;
  const write = (path: string, size: number, seed: string, mode?: number) => {
    writeDescribed(process, path, size, seed, mode);
    bytes += size;
  };
  for (const project of projects) {
    const stale = staleAssets(process, project);
    if (stale !== undefined) {
      process.out(`${stale}\n`);
      return 1;
    }
    const { dir, name, framework, packages, references } = project;
    const sources = filesBelow(process, dir, (file) => /\.(cs|fs|razor|cshtml|resx)$/.test(file), new Set(['bin', 'obj']));
    const digest = sha256([name, configuration, digestOf(process, [project.path, ...sources]), ...references.map((path) => digests.get(path) ?? '')].join('\n'));
    digests.set(project.path, digest);
    const size = 9000 + Math.round(sources.reduce((sum, path) => sum + bytesBelow(process, path), 0) * 0.8);
    const bin = `${dir}/bin/${configuration}/${framework}`;
    write(`${dir}/obj/${configuration}/${framework}/${name}.dll`, size, `assembly ${digest}`);
    write(`${bin}/${name}.dll`, size, `assembly ${digest}`);
    duration += 1900 + sources.length * 25;
    process.out(`  ${name} -> ${toText(process.cwd)}/${bin}/${name}.dll\n`);
    if (verb !== 'publish' || !roots.includes(project.path)) continue;
    const to = output ?? `${bin}/publish`;
    const all = closure(project, projects);
    for (const one of all) write(`${to}/${one.name}.dll`, process.peek(`${one.dir}/bin/${configuration}/${one.framework}/${one.name}.dll`)?.type === 'file' ? bytesBelow(process, `${one.dir}/bin/${configuration}/${one.framework}/${one.name}.dll`) : 0, `assembly ${digests.get(one.path) ?? ''}`);
    for (const { name: id, version } of new Map(all.flatMap((one) => one.packages).map((one) => [one.name, one])).values()) write(`${to}/${id}.dll`, Math.round((SIZES[id]?.[1] ?? varied(id, 700_000)) * 0.7), `nuget ${id} ${version}`);
    write(`${to}/${name}`, 72_000, 'apphost', 0o755);
    write(`${to}/${name}.runtimeconfig.json`, 400, `runtimeconfig ${framework}`);
    write(`${to}/${name}.deps.json`, 600 + packages.length * 900, `deps ${digestOf(process, [project.path])}`);
    for (const path of filesBelow(process, dir, (file) => /^appsettings.*\.json$/.test(file), new Set(['bin', 'obj']))) process.writeFile(`${to}/${path.split('/').at(-1)!}`, process.readFile(path));
    duration += 1800;
  }
  if (verb === 'test') duration += 4000;
  modelled(process, 'dotnet', duration, bytes, BASIS);
  return 0;
}

/** A project and all that it refers to. */
function closure(project: Project, projects: readonly Project[]): readonly Project[] {
  const found = new Set([project]);
  for (const one of found) for (const path of one.references) for (const other of projects) if (other.path === path) found.add(other);
  return [...found];
}
