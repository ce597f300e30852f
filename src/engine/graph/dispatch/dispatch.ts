/** Commands of a stage, one after the other (BuildKit `dispatchStages` and `dispatch`). */
import type { Linter } from '../../dockerfile/checks/index.ts';
import { goQuote } from '../../dockerfile/go/quote.ts';
import { evaluateMounts, expandCommand, expandWord, type AddCommand, type Command, type CopyCommand, type Expander, type SourceContent } from '../../dockerfile/index.ts';
import type { Conversion } from '../conversion.ts';
import { cloneImage, defaultPath } from '../draft-image.ts';
import { failure, locatedAt, type Failure } from '../failure.ts';
import { goJoin } from '../paths.ts';
import type { PlannedCommand, StageState } from '../stages/stage-state.ts';
import { dispatchArg } from './arg.ts';
import { dispatchConfig } from './config-commands.ts';
import { dispatchCopy } from './copy.ts';
import type { CopySource } from './copy-sources.ts';
import { dispatchExpose } from './expose.ts';
import { dispatchRun } from './run.ts';
import { addConfigOnly } from './step.ts';
import { reportUndefined } from './undefined.ts';
import { dispatchWorkdir, setWorkdir } from './workdir.ts';

/** Takes over what a stage inherits from the stage it starts from (`dispatchState.init`). */
function inherit(state: StageState): void {
  const { base } = state;
  if (!base) return;
  state.state = base.state;
  if (base.platform) state.platform = base.platform;
  state.image = cloneImage(base.image);
  state.image.onBuild = [];
  if (base.baseHistory) state.baseHistory = base.baseHistory;
  state.paths = base.paths;
  state.workdirSet = base.workdirSet;
  for (const arg of base.buildArgs) state.buildArgs.push(arg);
  if (base.lastStep !== undefined) state.lastStep = base.lastStep;
}

/** Makes the operations and the config of one stage. With `tolerate` a command that is refused is handed to it, and the rest goes on. */
export function dispatchStage(conversion: Conversion, state: StageState, tolerate?: (planned: PlannedCommand) => void): Failure | undefined {
  inherit(state);
  state.dispatched = true;
  state.platform ??= conversion.targetPlatform;
  const { image } = state;
  const { os } = state.platform;
  if (os !== 'windows' && !image.env.some((entry) => (entry.split('=', 1)[0] ?? '') === 'PATH')) image.env.push(`PATH=${defaultPath}`);
  let { env } = state.state;
  for (const entry of image.env) {
    const equals = entry.indexOf('=');
    env = equals < 0 ? env.with(entry, '') : env.with(entry.slice(0, equals), entry.slice(equals + 1));
  }
  const { hostname, network } = conversion.config;
  state.state = { ...state.state, env, ...(hostname !== '' && { hostname }) };
  if (image.workingDir !== '') {
    const problem = setWorkdir(state, image.workingDir);
    if (problem !== undefined) return state.place ? failure(problem, state.place) : failure(problem);
  }
  if (image.user !== '') state.state = { ...state.state, user: image.user };
  if (network) state.state = { ...state.state, network };
  for (const planned of state.commands) {
    const { stepIndex } = state;
    const problem = dispatchCommand(conversion, state, planned);
    if (problem === undefined) continue;
    if (!tolerate) return locatedAt(failure(problem), planned.place);
    state.stepIndex = stepIndex;
    tolerate(planned);
  }
  return undefined;
}

function dispatchCommand(conversion: Conversion, state: StageState, planned: PlannedCommand): string | undefined {
  const lint = conversion.lint.withComments(planned.command.comments);
  const expand: Expander = (word) => {
    const { env } = state.state;
    const result = expandWord(word, (name) => env.get(name), { escape: conversion.escape });
    reportUndefined(state, planned.command, result.unmatched, lint);
    return result;
  };
  const expanded = expandCommand(planned.command, expand);
  if (!expanded.ok) return expanded.message;
  const { command } = expanded;
  switch (command.type) {
    case 'RUN': {
      const mounts = evaluateMounts(command.mounts, expand);
      if (!mounts.ok) return mounts.message;
      return dispatchRun(conversion, state, command, { mounts: mounts.mounts, sources: planned.sources }, planned.onBuild);
    }
    case 'COPY':
    case 'ADD':
      return copyFrom(conversion, state, command, planned, lint);
    case 'WORKDIR':
      return dispatchWorkdir(conversion, state, command, planned.onBuild, lint);
    default:
      addConfigOnly(state, command.type, command.lines);
      return configOnly(conversion, state, command, lint);
  }
}

function configOnly(conversion: Conversion, state: StageState, command: Command, lint: Linter): string | undefined {
  if (command.type === 'ARG') return dispatchArg(conversion, state, command, lint);
  if (command.type === 'EXPOSE') return dispatchExpose(conversion, state, command, lint);
  return dispatchConfig(conversion, state, command, lint);
}

function copyFrom(conversion: Conversion, state: StageState, command: AddCommand | CopyCommand, planned: PlannedCommand, lint: Linter): string | undefined {
  const contents = expandContents(state, command, lint);
  if (typeof contents === 'string') return contents;
  const [stage] = planned.sources;
  if (command.type === 'COPY' && stage && !stage.dispatched) {
    return `cannot copy from stage ${goQuote(command.from)}, it needs to be defined before current stage ${goQuote(state.displayName)}`;
  }
  const source: CopySource = stage ? { state: stage.state, stage } : { state: conversion.mainContext };
  const problem = dispatchCopy(conversion, state, { ...command, contents }, source, planned.onBuild, lint);
  if (problem !== undefined) return problem;
  for (const path of command.sources) {
    if (stage) stage.paths.add(goJoin('/', path));
    else if (command.type === 'COPY' || !/^https?:\/\//.test(path)) state.contextPaths.add(goJoin('/', path));
  }
  return undefined;
}

/** Heredocs with variables in them, unless their delimiter is quoted. */
function expandContents(state: StageState, command: AddCommand | CopyCommand, lint: Linter): readonly SourceContent[] | string {
  const contents: SourceContent[] = [];
  for (const content of command.contents) {
    if (!content.expand) {
      contents.push(content);
      continue;
    }
    const { env } = state.state;
    const result = expandWord(content.data, (name) => env.get(name), { escape: '\\', skipProcessQuotes: true });
    reportUndefined(state, command, result.unmatched, lint);
    if (!result.ok) return result.message;
    contents.push({ ...content, data: result.word });
  }
  return contents;
}
