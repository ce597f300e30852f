/** Starts a container: its program runs on its file system, by the rules of RUN, and what it left and printed is kept. */
import { emptyDir, type DirNode } from '../../fs/index.ts';
import { exec } from '../../run/exec.ts';
import type { ExecMount, ExecResult } from '../../run/request.ts';
import type { Container } from '../../workspace/container.ts';
import { isProblem, type Session } from '../session.ts';
import { containersOf, dropContainer, keepContainer } from './store.ts';

/** What a program gets beside what its container says. */
export interface StartOptions {
  readonly mounts?: readonly ExecMount[];
  readonly network?: 'default' | 'none' | 'host';
  readonly readOnly?: boolean;
  /** Standard input, as bytes. */
  readonly input?: string;
}

/** What came of a start. */
export interface Started {
  readonly container: Container;
  readonly output: ExecResult['output'];
  readonly duration: number;
  /** The daemon's words where the program could not be started. */
  readonly error?: string;
  /** The program whose doings are not simulated, where it is one. */
  readonly unknown?: string;
}

/** What a long-running program of that kind would go on doing. */
const servers = /^(?:.*\/)?(?:nginx|httpd|caddy|traefik|redis-server|postgres|mysqld|mongod|rabbitmq-server|gunicorn|uvicorn|puma|java|node|deno|bun|python3?|flask)$/;

/** Milliseconds from which on a program is still seen running by the next command. */
const longRun = 500;

/** Ends the containers whose programs have come to their end by now; those with `--rm` go. */
export function settleContainers(session: Session): void {
  for (const container of containersOf(session)) {
    if (!container.running || container.finished === undefined || container.finished > session.now) continue;
    if (container.removes) dropContainer(session, container);
    else keepContainer(session, { ...container, running: false });
  }
}

/** Runs the program of a container and keeps what came of it. A program that serves goes on running. */
export function startContainer(session: Session, before: Container, options: StartOptions = {}): Started {
  const result = run(session, before, before.args, before.root, options);
  const error = result.error === undefined ? undefined : daemonWords(result.error);
  const unknown = result.notes.find(({ fidelity, tool }) => fidelity === 'not-simulated' && tool === undefined)?.command;
  const began = session.now;
  const serves = unknown !== undefined || (before.args.slice(0, 2).some((word) => servers.test(word)) && result.exitCode === 0 && before.ports.length > 0 && result.duration < longRun);
  const goesOn = error === undefined && (serves || result.duration >= longRun);
  const logs = error === undefined ? result.output : [];
  const container: Container = {
    ...before, root: result.root, started: began, exitCode: error === undefined ? result.exitCode : exitCodeOf(error), running: goesOn, logs: [...before.logs, ...logs],
    ...(goesOn && serves ? {} : { finished: began + Math.round(result.duration) }), ...(error !== undefined && { error }),
  };
  keepContainer(session, container);
  return { container, output: logs, duration: result.duration, ...(error !== undefined && { error }), ...(unknown !== undefined && { unknown }) };
}

/** Runs a command on a container's file system. */
export function run(
  session: Session,
  { config, platform, hostname }: Container,
  args: readonly string[],
  root: DirNode,
  { mounts = [], network = 'default', readOnly = false, input }: StartOptions,
  over: { readonly user?: string; readonly cwd?: string; readonly env?: readonly string[] } = {},
): ExecResult {
  const result = exec({
    root, mounts, args, network, platform, hostname, now: session.now, origin: 'container',
    env: over.env ?? config.Env ?? [],
    cwd: over.cwd ?? (config.WorkingDir === undefined || config.WorkingDir === '' ? '/' : config.WorkingDir),
    user: over.user ?? config.User ?? '',
    ...(input !== undefined && { input }), ...(session.world.scenario.models && { models: session.world.scenario.models }),
  });
  return readOnly ? { ...result, root } : result;
}

/** runc's words as dockerd passes them on. */
function daemonWords(error: string): string {
  const user = /unable to find (?:user|group) \S+: .*/.exec(error);
  if (user) return user[0];
  return error.replace(/^runc run failed: /, 'failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: ');
}

/** 127 for a program that is not there, 126 for one that may not be run, 125 for what the daemon refuses. */
function exitCodeOf(error: string): number {
  if (/not found in \$PATH|no such file or directory/.test(error)) return 127;
  return /permission denied|is a directory/.test(error) ? 126 : 125;
}

/** `-v host:container[:ro]`; a name instead of a path is a volume, empty here. What is written below a mount is not carried back. */
export function readMounts(session: Session, list: readonly string[]): { readonly mounts: readonly ExecMount[]; readonly notes: readonly string[] } | { readonly error: string } {
  const mounts: ExecMount[] = [];
  const notes: string[] = [];
  for (const text of list) {
    const [from = '', target, mode = ''] = text.split(':');
    if (target === undefined) {
      mounts.push({ target: from, root: emptyDir({ mtime: session.now }), readonly: false, kind: 'tmpfs' });
      continue;
    }
    if (!target.startsWith('/')) return { error: `invalid volume specification: '${text}': invalid mount config for type "bind": invalid mount path: '${target}' mount path must be absolute` };
    const path = /^[./~]/.test(from);
    const host = session.path(from);
    const folder = path ? session.folder(host) : emptyDir({ mtime: session.now });
    const readonly = mode.split(',').includes('ro');
    if (!isProblem(folder)) mounts.push({ target, root: folder, readonly, kind: 'bind' });
    else {
      const content = session.content(host);
      mounts.push(isProblem(content)
        ? { target, root: emptyDir({ mtime: session.now }), readonly, kind: 'bind' }
        : { target, root: emptyDir(), file: { type: 'file', mode: 0o644, uid: 0, gid: 0, mtime: session.now, content }, readonly, kind: 'bind' });
    }
    if (!readonly) notes.push(`docker run: what is written below ${target} is not carried back to ${path ? from : `the volume ${from}`} here.`);
  }
  return { mounts, notes };
}
