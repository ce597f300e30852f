/** RUN (BuildKit `dispatchRun`). */
import { chompHeredoc, parseHeredocMarker, type RunCommand } from '../../dockerfile/index.ts';
import type { Conversion } from '../conversion.ts';
import { addHistory } from '../draft-image.ts';
import type { Environment } from '../environment.ts';
import { newState } from '../llb/state.ts';
import { displayText, summarizeHeredoc, upperCaseCommand } from '../names.ts';
import { goJoin } from '../paths.ts';
import type { StageState } from '../stages/stage-state.ts';
import { execState, type PendingMount } from './exec-vertex.ts';
import { fileState } from './file-vertex.ts';
import type { ExpandedMounts } from './run-mounts.ts';
import { dispatchMounts } from './run-mounts.ts';
import { withShell } from './shell.ts';
import { addStep, nameStep } from './step.ts';

const pipes = '/dev/pipes/';

/** Adds the operation of a RUN to its stage; the answer is BuildKit's text where it refuses. */
export function dispatchRun(conversion: Conversion, state: StageState, command: RunCommand, expanded: ExpandedMounts, onBuild: boolean): string | undefined {
  const { config } = conversion;
  state.paths.add('/');
  const shape = heredocShape(state, command);
  if (typeof shape === 'string') return shape;
  const args = command.shellForm ? withShell(state.image, shape.args) : shape.args;
  const mounts = dispatchMounts(conversion, state, command, expanded);
  if (typeof mounts === 'string') return mounts;
  if (command.devices.length > 0) return 'device feature is only supported in Dockerfile frontend 1.14.0-labs or later';

  const { env, platform } = state.state;
  const hidden = new Set(expanded.mounts.flatMap((mount) => (mount.type === 'secret' && mount.env !== undefined ? [mount.env] : [])));
  const lookup = (name: string) => (hidden.has(name) ? '****' : env.get(name));
  const text = upperCaseCommand(displayText(command.code + shape.summary, lookup, conversion.escape, true));
  const name = nameStep(conversion, state, text, platform, env, onBuild);
  const step = addStep(state, { keyword: 'RUN', text: (onBuild ? 'ONBUILD ' : '') + text, lines: command.lines, reads: mounts.reads });
  const shm: PendingMount[] = config.shmSize > 0 ? [{ target: '/dev/shm', tmpfs: { size: config.shmSize } }] : [];

  state.state = execState(
    state.state,
    {
      args,
      mounts: [...shape.mounts, ...mounts.mounts, ...shm],
      secrets: mounts.secrets,
      ssh: mounts.ssh,
      network: command.network === 'none' ? 'NONE' : command.network === 'host' ? 'HOST' : undefined,
      security: command.security === 'insecure' ? 'INSECURE' : undefined,
      proxy: conversion.proxy,
      extraHosts: config.extraHosts,
      ulimits: config.ulimits,
      cgroupParent: config.cgroupParent,
    },
    { name, command: command.code, lines: command.lines, step, ...(state.ignoreCache && { ignoreCache: true }) },
  );
  addHistory(state.image, `RUN ${commandLine(args, state.buildArgs, env)} # buildkit`, true, conversion.created);
  return undefined;
}

interface Shape {
  readonly args: readonly string[];
  readonly mounts: readonly PendingMount[];
  /** Added to the text that is shown. */
  readonly summary: string;
}

/** What heredocs make of the command: a script, the shell's text, or text for the shell to read them from. */
function heredocShape(state: StageState, command: RunCommand): Shape | string {
  const args = command.cmdline ?? [];
  const [first] = command.files;
  if (!first) return { args, mounts: [], summary: '' };
  const [line] = args;
  if (line === undefined || args.length !== 1 || !command.shellForm) return `parsing produced an invalid run command: [${args.join(' ')}]`;
  if (!parseHeredocMarker(line)) return { args: [line + command.files.map(({ data, name }) => `\n${data}${name}`).join('')], mounts: [], summary: '' };
  const summary = ` (${summarizeHeredoc(first.data)})`;
  const data = first.chomp ? chompHeredoc(first.data) : first.data;
  if (state.image.platform.os === 'windows' || !data.startsWith('#!')) return { args: [data], mounts: [], summary };
  const script = fileState(newState(), [{ kind: 'mkfile', mkfile: { path: first.name, mode: 0o755, text: data, timestamp: -1 } }], { name: '[internal] preparing inline document' });
  const mount: PendingMount = { target: pipes, selector: '/', readonly: true, ...(script.output && { source: script.output }) };
  return { args: [goJoin(pipes, first.name)], mounts: [mount], summary };
}

/** The command as history has it, with the arguments that it sees: `|1 A=b /bin/sh -c …`. */
function commandLine(args: readonly string[], buildArgs: StageState['buildArgs'], env: Environment): string {
  const values = new Map<string, string>();
  for (const { key, value } of buildArgs) values.set(key, env.get(key) ?? value ?? '');
  const seen = [...values].map(([key, value]) => `${key}=${value}`);
  return [...(seen.length > 0 ? [`|${seen.length}`, ...seen] : []), ...args].join(' ');
}
