/** `mix`: tasks, `do` and the aliases of `mix.exs`. The environment is MIX_ENV; configuration is read before any task. */
import type { Process } from '../../system/process.ts';
import { modelled, notSimulated } from '../model.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { digest, installProgram, runProgram } from './assets.ts';
import { compile } from './compile.ts';
import { readConfig } from './config.ts';
import { depsCompile, depsGet, localHex, localRebar, withoutHex } from './deps.ts';
import { readLock, readProject } from './project.ts';
import { release } from './release.ts';
import { fails, type Session } from './session.ts';
import { banner } from './version.ts';

type Task = (session: Session, args: readonly string[]) => number;

const TASKS: Readonly<Record<string, Task>> = {
  clean: ({ process, build, project }) => (process.peek(`${build}/lib/${project.app}`) && !remove(process, `${build}/lib/${project.app}`, true, true) ? 1 : 0),
  compile,
  'deps.compile': depsCompile,
  'deps.get': depsGet,
  esbuild: (session, args) => runProgram(session, 'esbuild', args),
  'esbuild.install': (session) => installProgram(session, 'esbuild'),
  'phx.digest': digest,
  release,
  tailwind: (session, args) => runProgram(session, 'tailwind', args),
  'tailwind.install': (session) => installProgram(session, 'tailwind'),
};
/** Tasks that read dependencies, and so need Hex. */
const WITHOUT_DEPENDENCIES = new Set(['clean']);
/** Tasks of Mix and of packages that are not simulated. */
const KNOWN = /^(app\.|archive|cmd$|compile\.|credo|deps|dialyzer|docs$|ecto|escript|eval$|format|gettext|help$|hex\.|new$|phx\.|profile|run$|sobelow|test|xref)/;

export const mix: Tool = {
  name: 'mix',
  run(process, args) {
    if (args[0] === '--version' || args[0] === '-v') {
      process.out(`${banner(process, 'Mix')}\n`);
      modelled(process, 'mix', 500, 0, 'The start of the virtual machine.');
      return 0;
    }
    return runTasks(process, args, new Set());
  },
};

/** Runs one task, or those of a `do`. */
function runTasks(process: Process, args: readonly string[], running: ReadonlySet<string>): number {
  process.limits.step(5);
  if (args[0] !== 'do') return runTask(process, args, running);
  const lists: string[][] = [[]];
  for (const arg of args.slice(1)) {
    const last = arg === '+' || arg === ',' || arg.endsWith(',');
    const word = arg.replace(/^[+,]$|,$/, '');
    if (word !== '') lists.at(-1)!.push(word);
    if (last) lists.push([]);
  }
  for (const list of lists.filter((one) => one.length > 0)) {
    const status = runTask(process, list, running);
    if (status !== 0) return status;
  }
  return 0;
}

function runTask(process: Process, [task = 'run', ...args]: readonly string[], running: ReadonlySet<string>): number {
  const home = process.env.get('MIX_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.mix`;
  if (task === 'local.hex') return localHex({ process, home });
  if (task === 'local.rebar') return localRebar({ process, home });
  const env = process.env.get('MIX_ENV') ?? 'dev';
  const project = readProject(process, env);
  if (typeof project === 'string') return fails(process, project);
  if (project.umbrella) return notSimulated(process, 'mix', `mix ${task} in an umbrella project`);
  const config = readConfig(process, env);
  if (typeof config === 'string') return fails(process, config);
  const lock = readLock(process);
  if (typeof lock === 'string') return fails(process, lock);
  const alias = running.has(task) ? undefined : project.aliases.get(task);
  if (alias) {
    for (const line of alias) {
      const status = runTasks(process, line.split(/\s+/), new Set([...running, task]));
      if (status !== 0) return status;
    }
    return 0;
  }
  const run = TASKS[task];
  const build = process.env.get('MIX_BUILD_PATH') ?? `${process.env.get('MIX_BUILD_ROOT') ?? '_build'}/${env}`;
  const session: Session = { process, project, config, lock, env, build, home, deps: process.env.get('MIX_DEPS_PATH') ?? 'deps' };
  if (!run) return KNOWN.test(task) ? notSimulated(process, 'mix', `mix ${task}`) : fails(process, `** (Mix) The task "${task}" could not be found\n`);
  const missing = WITHOUT_DEPENDENCIES.has(task) ? undefined : withoutHex(session);
  return missing === undefined ? run(session, args) : fails(process, missing);
}
