/** What every task of Mix knows: the environment, where things are, and which dependencies count. */
import { sha256 } from '../../../fs/index.ts';
import type { Process } from '../../system/process.ts';
import { digestOf } from '../artifacts.ts';
import type { Config } from './config.ts';
import type { Locked, Project } from './project.ts';

export interface Session {
  readonly process: Process;
  readonly project: Project;
  readonly config: Config;
  readonly lock: ReadonlyMap<string, Locked>;
  /** `prod`: the value of MIX_ENV, or `dev`. */
  readonly env: string;
  /** Where sources of dependencies are: `deps`. */
  readonly deps: string;
  /** Where compiled code is: `_build/prod`. */
  readonly build: string;
  /** Hex and rebar3: `~/.mix`. */
  readonly home: string;
}

/** Prints what went wrong; 1. */
export function fails(process: Process, message: string): number {
  process.err(message);
  return 1;
}

/** Dependencies for an environment, those that others need among them, by name; for all environments where none is named. */
export function wanted({ project, lock }: Session, env?: string, runtime = false): readonly Locked[] {
  const found = new Map<string, Locked>();
  const add = (name: string) => {
    const one = lock.get(name);
    if (!one || found.has(name)) return;
    found.set(name, one);
    one.needs.forEach(add);
  };
  for (const { name, only, source, runtime: runs } of project.requirements) if (source !== 'path' && (env === undefined || (only?.includes(env) ?? true)) && (runs || !runtime)) add(name);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What Hex or git left for a locked version. */
export function sourceSeed({ name, version }: Locked): string {
  return sha256(`hex ${name} ${version}`);
}

/** Decides the compiled code of a dependency: itself, its configuration and the environment. */
export function compiledSeed({ config, env }: Session, dep: Locked): string {
  return sha256(`beam ${dep.name} ${dep.version} ${env}\n${config.of(dep.name)}`);
}

/** The seed of the described file at a path. */
export function seedAt(process: Process, path: string): string | undefined {
  const there = process.peek(path);
  return there?.type === 'file' && there.content.kind === 'described' ? there.content.seed : undefined;
}

/** Decides the compiled code of the project: what its compiler reads. */
export function projectSeed(session: Session): string {
  const { process, project, config, env } = session;
  const paths = project.requirements.filter(({ source }) => source === 'path').map(({ name }) => `../${name}`);
  return sha256([project.app, env, digestOf(process, ['mix.exs', 'lib', 'priv/gettext', ...paths]), config.of(project.app), ...wanted(session, env).map((dep) => compiledSeed(session, dep))].join('\n'));
}
