/** A package to be installed, as a lock file of any manager names it, and what is known of its size and its commands. */
import type { Process } from '../../system/process.ts';
import { varied } from '../model.ts';
import type { Manifest } from './manifest.ts';
import { NPM_SIZES } from './npm-sizes.ts';

export interface Locked {
  /** Where it goes: `node_modules/a/node_modules/b`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
  /** Left out where the platform is another. */
  readonly optional: boolean;
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc: readonly string[];
  /** Address of its archive; empty where the lock file does not say it. */
  readonly resolved: string;
  /** Packages that it stands for, and their unpacked bytes: more than one where there is no lock file to read. */
  readonly count: number;
  readonly size: number;
  /** Command → file in the package. */
  readonly commands: ReadonlyMap<string, string>;
  /** Folder of the workspace that it is a link to. */
  readonly link?: string;
}

const KNOWN = new Map(NPM_SIZES.map((row) => [row[0], row]));

/** Commands of packages that are not called like the package, for lock files that do not name them. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  typescript: ['tsc', 'tsserver'], '@angular/cli': ['ng'], '@nestjs/cli': ['nest'], '@swc/cli': ['swc'], '@vue/cli-service': ['vue-cli-service'],
  '@tailwindcss/cli': ['tailwindcss'], '@sveltejs/kit': ['svelte-kit'], '@biomejs/biome': ['biome'], prisma: ['prisma'], 'webpack-cli': ['webpack-cli'], '@remix-run/dev': ['remix'],
};

/** Unpacked bytes of one package: measured where known, otherwise the usual 90 kB, varied by its name. */
export function packageSize(name: string): number {
  return KNOWN.get(name)?.[2] ?? varied(name, 90_000);
}

/** Commands of a package whose lock file only says that it has some. */
export function commandsOf(name: string): ReadonlyMap<string, string> {
  return new Map((COMMANDS[name] ?? [name.split('/').at(-1)!]).map((command) => [command, `bin/${command}`]));
}

/** What direct dependencies bring where no lock file says it: each with its usual tree. */
export function withoutLock(dependencies: Manifest['dependencies'], into = 'node_modules'): Locked[] {
  return dependencies.map(({ name, range, dev, optional }) => {
    const known = KNOWN.get(name);
    const version = known?.[1] || (/\d+(\.\d+)*/.exec(range)?.[0] ?? '1.0.0');
    return { path: `${into}/${name}`, name, version, dev, optional, os: [], cpu: [], libc: [], resolved: '', count: known?.[3] ?? 4, size: known?.[4] ?? varied(name, 600_000), commands: commandsOf(name) };
  });
}

/** Whether a package is made for the platform of this build, as npm decides it from `os`, `cpu` and `libc`. */
export function fits(process: Process, { os, cpu, libc }: Pick<Locked, 'os' | 'cpu' | 'libc'>): boolean {
  if (os.length + cpu.length + libc.length === 0) return true;
  const [system = 'linux', architecture = 'amd64'] = process.machine.request.platform.split('/');
  const musl = process.peek('/etc/alpine-release') !== undefined;
  return allows(os, system) && allows(cpu, CPUS[architecture] ?? architecture) && allows(libc, musl ? 'musl' : 'glibc');
}

const CPUS: Readonly<Record<string, string>> = { amd64: 'x64', '386': 'ia32', ppc64le: 'ppc64' };

function allows(list: readonly string[], value: string): boolean {
  if (list.length === 0) return true;
  const refused = list.filter((one) => one.startsWith('!'));
  return !refused.includes(`!${value}`) && (refused.length === list.length || list.includes(value));
}
