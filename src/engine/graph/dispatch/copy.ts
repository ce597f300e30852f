/** COPY and ADD (BuildKit `convert_copy.go`). */
import type { Linter } from '../../dockerfile/checks/index.ts';
import type { AddCommand, CopyCommand } from '../../dockerfile/index.ts';
import type { Conversion } from '../conversion.ts';
import { addHistory } from '../draft-image.ts';
import { newState } from '../llb/state.ts';
import { displayText, upperCaseCommand } from '../names.ts';
import { isAbsolute, normalizePath, withoutDrive, type PathResult } from '../paths.ts';
import type { StageState } from '../stages/stage-state.ts';
import { parseChmod } from './chmod.ts';
import { sourceActions, type CopySource } from './copy-sources.ts';
import { fileState, parseOwner, type PendingAction } from './file-vertex.ts';
import { mergeState } from './merge-vertex.ts';
import { isGitSource, isHttpSource } from './remote-source.ts';
import { addStep, nameStep, nextStepId, sameStep } from './step.ts';

/** Adds the operations of a COPY or ADD to its stage; the answer is BuildKit's text where it refuses. */
export function dispatchCopy(conversion: Conversion, state: StageState, command: AddCommand | CopyCommand, source: CopySource, onBuild: boolean, lint: Linter): string | undefined {
  const os = state.platform?.os ?? '';
  const dest = destination(state.state.dir, command.dest, os);
  if ('error' in dest) return dest.error;
  const chmod = parseChmod(command.chmod);
  if ('error' in chmod) return chmod.error;
  const wrong = checksumProblem(command);
  if (wrong !== undefined) return wrong;

  const { env } = state.state;
  const text = upperCaseCommand(displayText(command.code, (name) => env.get(name), conversion.escape));
  const name = nameStep(conversion, state, text, state.platform, env, onBuild);
  const step = nextStepId(state);
  const owner = command.chown === '' ? undefined : parseOwner(command.chown);
  const made = sourceActions({ command, source, dest: dest.path, chmod: chmod.mode, owner, os, name, step, ignore: conversion.ignore, lint });
  if (typeof made === 'string') return made;

  addStep(state, { keyword: command.type, text: (onBuild ? 'ONBUILD ' : '') + text, lines: command.lines, reads: made.reads });
  const meta = { name, lines: command.lines, step, ...(state.ignoreCache && { ignoreCache: true }) };
  if (command.link && command.chmod === '') {
    const linkName = sameStep(conversion, state, `LINK ${text}`, state.platform, env, onBuild);
    linkCopy(state, made.actions, meta, linkName, conversion.nextGroup());
  } else state.state = fileState(state.state, made.actions, meta);
  addHistory(state.image, `${historyText(command)} # buildkit`, true, conversion.created);
  return undefined;
}

/** --checksum is for one remote source. */
function checksumProblem(command: AddCommand | CopyCommand): string | undefined {
  if (command.type === 'COPY' || command.checksum === '') return undefined;
  const [only] = command.sources;
  if (command.sources.length !== 1 || only === undefined) return "checksum can't be specified for multiple sources";
  return isHttpSource(only) || isGitSource(only) ? undefined : 'checksum requires HTTP(S) or Git sources';
}

/** --link: the copy happens on nothing and is laid over what is there, both shown as one. */
function linkCopy(state: StageState, actions: readonly PendingAction[], meta: { readonly name: string }, linkName: string, id: string): void {
  const group = { id, name: meta.name };
  const alone = fileState(newState(), actions, { ...meta, group: { ...group, weak: true } });
  state.state = mergeState(state.state, alone, { ...meta, name: linkName, group: { ...group, weak: false } });
}

function historyText(command: AddCommand | CopyCommand): string {
  return [
    command.type,
    ...(command.type === 'COPY' && command.parents ? ['--parents'] : []),
    ...(command.chown === '' ? [] : [`--chown=${command.chown}`]),
    ...(command.chmod === '' ? [] : [`--chmod=${command.chmod}`]),
    ...command.sources,
    ...command.contents.map(({ path }) => `<<${path}`),
    command.dest,
  ].join(' ');
}

/** Destination seen from the working directory; a slash or `/.` at its end is kept. */
function destination(dir: string, text: string, os: string): PathResult {
  const bare = withoutDrive(text, os, true);
  if ('error' in bare) return { error: `removing drive letter: ${bare.error}` };
  if (isAbsolute(bare.path, os)) return normalizePath('/', bare.path, os, true);
  return normalizePath(dir, bare.path === '.' || bare.path === '' ? './' : bare.path, os, true);
}
