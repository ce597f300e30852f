/** What each instruction looks up and does (moby `builder/dockerfile/dispatchers.go`). */
import { expandCommand, expandWord } from '../../dockerfile/index.ts';
import type { AddCommand, Command, CopyCommand, RunCommand } from '../../dockerfile/index.ts';
import type { EscapeToken } from '../../dockerfile/index.ts';
import { mkdir, sizeOf } from '../../fs/index.ts';
import type { DirNode } from '../../fs/index.ts';
import { withShell } from '../../graph/dispatch/shell.ts';
import { normalizePath } from '../../graph/paths.ts';
import { exec } from '../../run/exec.ts';
import { containerStart, copyLeast, copyRate, metadataLoad, mkdirCost, pullRate } from '../schedule/costs.ts';
import { diffSize } from '../ops/diff-size.ts';
import type { Work } from './builder.ts';
import { commitComment } from './config-instructions.ts';
import { planCopy, runCopy, unknownFlag } from './copy-instruction.ts';
import type { ClassicRequest } from './request.ts';
import type { StageState } from './stage-state.ts';

/** What an instruction needs to know of its build. */
export interface WorkContext {
  readonly request: ClassicRequest;
  readonly platform: string;
  readonly escape: EscapeToken;
  readonly step: string;
  /** What COPY reads: the context, or the files of --from. */
  readonly source: (command: AddCommand | CopyCommand) => DirNode | { readonly error: string };
}

type Prepared = Work | { readonly error: string };

/** A command with its words expanded, as work for the builder. Changes the stage's config. */
export function workOf(state: StageState, written: Command, context: WorkContext): Prepared {
  const expanded = expand(state, written, context.escape);
  if ('error' in expanded) return expanded;
  const { command } = expanded;
  if (command.type === 'RUN') return runWork(state, command, context);
  if (command.type === 'COPY' || command.type === 'ADD') return copyWork(state, command, context);
  if (command.type === 'WORKDIR') return workdirWork(state, command.path, context);
  const comment = commitComment(state, command);
  if (typeof comment === 'object') return comment;
  return { command: [...withShell(state.image, []).slice(0, -1), '#(nop) ', comment ?? command.code], container: true, make: (tree) => ({ tree, duration: mkdirCost }) };
}

function expand(state: StageState, command: Command, escape: EscapeToken): { readonly command: Command } | { readonly error: string } {
  if (command.type === 'ARG') {
    const args = [];
    for (const arg of command.args) {
      const value = arg.value === undefined ? undefined : expandWord(arg.value, state.lookup, { escape });
      if (value && !value.ok) return { error: value.message };
      args.push({ ...arg, ...(value && { value: value.word }) });
    }
    return { command: { ...command, args } };
  }
  const expanded = expandCommand(command, (word) => expandWord(word, state.lookup, { escape }));
  return expanded.ok ? { command: expanded.command } : { error: expanded.message };
}

const needsBuildKit = (flag: string): string =>
  `the --${flag} option requires BuildKit. Refer to https://docs.docker.com/go/buildkit/ to learn how to build images with BuildKit enabled`;

/** A heredoc is not read: the shell is given its first line alone. */
function runWork(state: StageState, command: RunCommand, { request, platform, step }: WorkContext): Prepared {
  const [flag] = command.flagsUsed;
  if (flag !== undefined) return { error: needsBuildKit(flag) };
  const { image } = state;
  const line = command.cmdline ?? [];
  const args = command.shellForm ? withShell(image, line) : line;
  const added = state.args.environment(image.env);
  const env = [...image.env, ...added];
  return {
    command: state.args.lookedUp(args, added),
    container: true,
    make(root, now) {
      const result = exec({
        root, mounts: [], args, env, cwd: image.workingDir || '/', user: image.user, network: 'default', platform, now: now + containerStart, origin: step,
        ...(request.models && { models: request.models }),
      });
      const output = result.output.map((each) => ({ ...each, time: each.time + containerStart }));
      const failed = result.error !== undefined || result.exitCode !== 0;
      const code = result.error === undefined ? result.exitCode : 1;
      return {
        tree: result.root,
        duration: containerStart + result.duration,
        fidelity: result.fidelity,
        notes: result.notes,
        output,
        ...(failed && { failure: `The command '${args.join(' ')}' returned a non-zero code: ${code}` }),
      };
    },
  };
}

function copyWork(state: StageState, command: AddCommand | CopyCommand, context: WorkContext): Prepared {
  const flag = unknownFlag(command);
  if (flag !== undefined) return { error: needsBuildKit(flag) };
  const source = context.source(command);
  if ('error' in source) return source;
  const plan = planCopy(command, source, command.type === 'COPY' && command.from !== '');
  if ('error' in plan) return plan;
  const { workingDir } = state.image;
  return {
    command: [...withShell(state.image, []).slice(0, -1), `#(nop) ${plan.comment}`],
    container: false,
    make(tree, now) {
      const done = runCopy(command, plan, tree, { workingDir: workingDir || '/', now, origin: context.step });
      if ('error' in done) return done;
      const downloads = plan.sources.filter(({ remote }) => remote).reduce((sum, { root }) => sum + metadataLoad + sizeOf(root) / pullRate, 0);
      const duration = copyLeast + downloads + diffSize(tree, done.root) / copyRate;
      return { tree: done.root, duration, ...(plan.downloads && { fidelity: 'not-simulated' as const }) };
    },
  };
}

/** The folder is made by root, whoever USER is. */
function workdirWork(state: StageState, path: string, { step }: WorkContext): Prepared {
  const place = normalizePath(state.image.workingDir, path, 'linux', false);
  if ('error' in place) return place;
  state.image.workingDir = place.path;
  return {
    command: [...withShell(state.image, []).slice(0, -1), `#(nop) WORKDIR ${place.path}`],
    container: true,
    make(tree, now) {
      const made = mkdir(tree, { path: place.path, mode: 0o755, makeParents: true, timestamp: -1 }, { now, origin: step });
      return 'error' in made ? made : { tree: made.root, duration: mkdirCost };
    },
  };
}
