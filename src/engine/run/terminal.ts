/**
 * A line typed at the prompt of a shell that goes on after it: directory and variables come in and are given back. `exec` is its
 * sister for a command that is a container's first. It never throws and always ends.
 */
import type { DirNode } from '../fs/index.ts';
import type { ModelNote, OutputLine } from './request.ts';
import { launch } from './program.ts';
import { Interpreter } from './shell/interpreter.ts';
import { ShellState } from './shell/state.ts';
import type { Variable } from './shell/state.ts';
import { toBytes, toText } from './system/byte-string.ts';
import { attempt, strerror, SystemFault } from './system/errno.ts';
import { Interrupted, LimitReached } from './system/limits.ts';
import { Machine } from './system/machine.ts';
import { mountAll } from './system/mounts.ts';
import { Process } from './system/process.ts';
import { LogStream, NOTHING } from './system/stream.ts';
import type { Stream } from './system/stream.ts';
import type { Tool } from './tools/tool.ts';

/** A shell variable that outlives its line. */
export interface TypedVariable {
  readonly value: string;
  readonly exported: boolean;
}

export interface TypedLine {
  readonly line: string;
  readonly root: DirNode;
  /** Absolute; the home directory where it is gone. */
  readonly cwd: string;
  readonly home: string;
  readonly user: string;
  readonly hostname: string;
  /** What earlier lines set; PATH, HOME and their like are there without being named. */
  readonly variables: ReadonlyMap<string, TypedVariable>;
  /** Programs that come before the simulated ones of the same name. */
  readonly tools: readonly Tool[];
  /** Virtual milliseconds since 1970. */
  readonly now: number;
  /** Virtual milliseconds after which Ctrl-C is pressed. */
  readonly interrupted?: number;
}

export interface TypedResult {
  readonly root: DirNode;
  readonly cwd: string;
  readonly variables: ReadonlyMap<string, TypedVariable>;
  readonly exitCode: number;
  readonly output: readonly OutputLine[];
  /** Virtual milliseconds. */
  readonly duration: number;
  readonly notes: readonly ModelNote[];
}

/** Variables that the shell makes itself and that no line needs to carry on. */
const OWN = new Set(['BASH_VERSION', 'HOME', 'HOSTNAME', 'IFS', 'LANG', 'LOGNAME', 'OPTIND', 'OSTYPE', 'PATH', 'PPID', 'PS4', 'PWD', 'SHELL', 'TERM', 'USER', '_']);

/** Runs one line in bash. The same request always gives the same result. */
export function runLine(request: TypedLine): TypedResult {
  const { home, user, hostname, interrupted } = request;
  const machine = new Machine({
    root: request.root, mounts: [], args: [], env: [], cwd: request.cwd, user: '', network: 'default', platform: 'linux/amd64',
    now: request.now, hostname, origin: 'terminal', tools: request.tools, ...(interrupted !== undefined && { interrupted }),
  });
  const { unmount } = mountAll(machine);
  const log = (stream: 1 | 2) => new LogStream((bytes) => machine.log(stream, bytes));
  const process = new Process(machine, launch, { cwd: '/', env: new Map(), uid: 0, gid: 0, groups: [], umask: 0o022, fds: new Map<number, Stream>([[0, NOTHING], [1, log(1)], [2, log(2)]]) });
  if (attempt(() => process.chdir(toBytes(request.cwd))).value === undefined) attempt(() => process.chdir(toBytes(home)));
  process.name = 'bash';
  const state = new ShellState('bash', process, 'bash', []);
  state.interactive = true;
  const own = { HOME: home, USER: user, LOGNAME: user, HOSTNAME: hostname, PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', SHELL: '/bin/bash', LANG: 'C.UTF-8', TERM: 'xterm-256color', PWD: toText(process.cwd) };
  for (const [name, value] of Object.entries(own)) state.set(name, toBytes(value), true);
  for (const [name, value] of [['IFS', ' \t\n'], ['OPTIND', '1'], ['PS4', '+ ']] as const) state.set(name, value);
  for (const [name, { value, exported }] of request.variables) state.set(name, toBytes(value), exported);
  const exitCode = guarded(machine, () => new Interpreter(state).main(toBytes(request.line)));
  unmount();
  return {
    root: machine.files.root.freeze(),
    cwd: toText(process.cwd),
    variables: kept(state.variables),
    exitCode,
    output: machine.output,
    duration: machine.elapsed,
    notes: machine.notes,
  };
}

function guarded(machine: Machine, body: () => number): number {
  try {
    return body();
  } catch (thrown) {
    if (thrown instanceof Interrupted) {
      machine.log(2, '^C\n');
      return 130;
    }
    if (thrown instanceof LimitReached) machine.log(2, `bash: ${toBytes(thrown.message)}\n`);
    else if (thrown instanceof SystemFault) machine.log(2, `bash: ${strerror(thrown.errno)}\n`);
    else if (thrown instanceof RangeError) machine.log(2, 'bash: the command was stopped: it nests deeper than is simulated\n');
    else throw thrown;
    return 1;
  }
}

function kept(variables: ReadonlyMap<string, Variable>): ReadonlyMap<string, TypedVariable> {
  const left = new Map<string, TypedVariable>();
  for (const [name, { value, exported = false }] of variables) if (value !== undefined && !OWN.has(name)) left.set(name, { value: toText(value), exported });
  return left;
}
