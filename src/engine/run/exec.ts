/**
 * `exec`: what a RUN does. The mounts are put in place, the program is started as the user, and when it has ended the
 * tree, the cache mounts, the log and the notes are given back. Starting the container is the solver's time (`containerStart`). It never throws and always ends.
 */
import type { DirNode } from '../fs/index.ts';
import type { ExecRequest, ExecResult } from './request.ts';
import { identify } from './system/accounts.ts';
import { toBytes, toText } from './system/byte-string.ts';
import { attempt, strerror, SystemFault } from './system/errno.ts';
import { Interrupted, LimitReached } from './system/limits.ts';
import { Machine } from './system/machine.ts';
import { mountAll } from './system/mounts.ts';
import { Process } from './system/process.ts';
import { LogStream, NOTHING, TextStream } from './system/stream.ts';
import type { Stream } from './system/stream.ts';
import { makeDirectories } from './system/writing.ts';
import { launch } from './program.ts';
import { searchPath } from './shell/search.ts';

const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Runs one command on a file system. The same request always gives the same result. */
export function exec(request: ExecRequest): ExecResult {
  const machine = new Machine(request);
  const { caches, unmount } = mountAll(machine);
  let exitCode = 1;
  let error: string | undefined;
  try {
    const outcome = start(machine);
    if (typeof outcome === 'number') exitCode = outcome;
    else error = outcome.error;
  } catch (thrown) {
    if (thrown instanceof LimitReached) error = thrown.message;
    else if (thrown instanceof Interrupted) exitCode = 130;
    else if (thrown instanceof SystemFault) machine.log(2, `${strerror(thrown.errno)}\n`);
    else if (thrown instanceof RangeError) error = 'the command was stopped: it nests deeper than is simulated';
    else throw thrown;
  }
  if (error !== undefined) machine.log(2, `${toBytes(error)}\n`);
  unmount();
  const { notes } = machine;
  const fidelity = notes.some((note) => note.fidelity === 'not-simulated') ? 'not-simulated' : notes.length > 0 ? 'modelled' : 'exact';
  return {
    root: machine.files.root.freeze(),
    caches: new Map([...caches].map(([target, dir]): [string, DirNode] => [target, dir.freeze()])),
    exitCode,
    output: machine.output,
    duration: machine.elapsed,
    fidelity,
    notes,
    ...(error !== undefined && { error }),
  };
}

/** Starts the program: its exit code, or the words of BuildKit or runc where it cannot be started. */
function start(machine: Machine): number | { readonly error: string } {
  const { request } = machine;
  const log = (stream: 1 | 2) => new LogStream((bytes) => machine.log(stream, bytes));
  const process = new Process(machine, launch, {
    cwd: '/',
    env: new Map(),
    uid: 0,
    gid: 0,
    groups: [],
    umask: 0o022,
    fds: new Map<number, Stream>([[0, machine.request.input === undefined ? NOTHING : new TextStream(machine.request.input)], [1, log(1)], [2, log(2)]]),
  });
  const who = identify(process, request.user);
  if ('error' in who) return who;
  const { value: cwd, errno } = attempt(() => enter(process, toBytes(request.cwd)));
  if (cwd === undefined) return { error: `runc run failed: unable to start container process: error during container init: chdir to cwd ("${request.cwd}") set in config.json failed: ${lower(strerror(errno!))}` };
  process.uid = who.identity.uid;
  process.gid = who.identity.gid;
  process.groups = who.identity.groups;
  for (const pair of request.env) {
    const at = pair.indexOf('=');
    if (at > 0) process.env.set(toBytes(pair.slice(0, at)), toBytes(pair.slice(at + 1)));
  }
  if (!process.env.has('PATH')) process.env.set('PATH', DEFAULT_PATH);
  if (!process.env.has('HOME')) process.env.set('HOME', who.home || '/');
  process.env.set('HOSTNAME', toBytes(machine.hostname));
  const argv = request.args.map(toBytes);
  return begin(process, argv);
}

/** A working directory that is not there is made, with what is missing above it (BuildKit `executor/runcexecutor`, before the container runs). */
function enter(process: Process, path: string): true {
  if (process.peek(path) === undefined) makeDirectories(process, path, 0o755);
  process.chdir(path);
  return true;
}

function begin(process: Process, argv: readonly string[]): number | { readonly error: string } {
  const name = argv[0] ?? '';
  const found = searchPath(process, name);
  const failed = (reason: string) => ({ error: `runc run failed: unable to start container process: error during container init: exec: "${toText(name)}": ${reason}` });
  if (!('path' in found)) {
    if (found.reason === 'directory') return failed('is a directory');
    if (found.reason === 'denied') return failed('permission denied');
    return failed(name.includes('/') ? `stat ${toText(name)}: no such file or directory` : 'executable file not found in $PATH');
  }
  return launch(process, argv, found.path);
}

function lower(text: string): string {
  return text[0]!.toLowerCase() + text.slice(1);
}
