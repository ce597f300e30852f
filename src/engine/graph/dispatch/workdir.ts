/** WORKDIR (BuildKit `dispatchWorkdir`). */
import type { Linter } from '../../dockerfile/checks/index.ts';
import { workdirRelativePath } from '../../dockerfile/checks/workdir-relative-path.ts';
import type { WorkdirCommand } from '../../dockerfile/index.ts';
import type { Conversion } from '../conversion.ts';
import { addHistory } from '../draft-image.ts';
import { displayText, upperCaseCommand } from '../names.ts';
import { isAbsolute, normalizePath, toSlash } from '../paths.ts';
import type { StageState } from '../stages/stage-state.ts';
import { fileState, parseOwner } from './file-vertex.ts';
import { addConfigOnly, addStep, nameStep } from './step.ts';

/** Sets the working directory of the config and of later steps; the answer is BuildKit's text where it refuses. */
export function setWorkdir(state: StageState, path: string): string | undefined {
  const os = state.platform?.os ?? '';
  const result = normalizePath(state.image.workingDir, path, os, false);
  if ('error' in result) return `normalizing workdir: normalizing working directory: ${result.error}`;
  state.image.workingDir = os === 'windows' ? result.path.replaceAll('/', '\\') : result.path;
  state.state = { ...state.state, dir: toSlash(result.path, os) };
  return undefined;
}

/** Adds the directory that a WORKDIR makes; the root needs none. */
export function dispatchWorkdir(conversion: Conversion, state: StageState, command: WorkdirCommand, onBuild: boolean, lint: Linter): string | undefined {
  if (!state.workdirSet && !isAbsolute(command.path, state.platform?.os ?? '')) lint.report(workdirRelativePath, command, command.path);
  state.workdirSet = true;
  const problem = setWorkdir(state, command.path);
  if (problem !== undefined) return problem;
  const { dir, env } = state.state;
  if (dir === '/') {
    addConfigOnly(state, 'WORKDIR', command.lines);
    addHistory(state.image, `WORKDIR ${dir}`, false, conversion.created);
    return undefined;
  }
  const text = upperCaseCommand(displayText(command.code, (name) => env.get(name), conversion.escape));
  const name = nameStep(conversion, state, text, state.platform, env, onBuild);
  const step = addStep(state, { keyword: 'WORKDIR', text: (onBuild ? 'ONBUILD ' : '') + text, lines: command.lines, reads: [] });
  const mkdir = { path: dir, mode: 0o755, makeParents: true, timestamp: conversion.epoch === undefined ? -1 : conversion.epoch * 1e9 };
  const owner = state.image.user === '' ? undefined : parseOwner(state.image.user);
  state.state = fileState(state.state, [{ kind: 'mkdir', mkdir, ...(owner && { owner }) }], { name, lines: command.lines, step });
  addHistory(state.image, `WORKDIR ${dir}`, true, conversion.created);
  return undefined;
}
