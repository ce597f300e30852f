/** Instructions that change only the image's config (BuildKit `dispatchEnv`, `dispatchLabel`, `dispatchCmd` and their like). */
import type { Linter } from '../../dockerfile/checks/index.ts';
import { jsonArgsRecommended } from '../../dockerfile/checks/json-args-recommended.ts';
import { legacyKeyValueFormat } from '../../dockerfile/checks/legacy-key-value-format.ts';
import { multipleInstructionsDisallowed } from '../../dockerfile/checks/multiple-instructions-disallowed.ts';
import { isSecretKey, secretsUsedInArgOrEnv } from '../../dockerfile/checks/secrets-used-in-arg-or-env.ts';
import { goQuote } from '../../dockerfile/go/quote.ts';
import type { CmdCommand, Command, EntrypointCommand, EnvCommand, HealthcheckCommand, LabelCommand, StopSignalCommand, VolumeCommand } from '../../dockerfile/index.ts';
import type { Health } from '../../dockerfile/instruction.ts';
import type { Healthcheck } from '../../image/config.ts';
import type { Conversion } from '../conversion.ts';
import { addHistory, setImageEnv } from '../draft-image.ts';
import type { StageState } from '../stages/stage-state.ts';
import { formatDuration } from './duration.ts';
import { withShell } from './shell.ts';
import { isSignal } from './signal.ts';

/** Carries out a command that makes no layer. The answer is BuildKit's text where it refuses, `other` where it is none of these. */
export function dispatchConfig(conversion: Conversion, state: StageState, command: Command, lint: Linter): string | undefined | 'other' {
  const { image } = state;
  const note = (text: string): undefined => {
    addHistory(image, text, false, conversion.created);
  };
  switch (command.type) {
    case 'ENV':
      return note(envText(state, command, lint));
    case 'LABEL':
      return note(labelText(state, command, lint));
    case 'USER':
      state.state = { ...state.state, user: command.user };
      image.user = command.user;
      return note(`USER ${command.user}`);
    case 'CMD':
      return note(`CMD ${goSlice(setCmd(state, command, lint))}`);
    case 'ENTRYPOINT':
      return note(`ENTRYPOINT ${goSlice(setEntrypoint(state, command, lint))}`);
    case 'SHELL':
      image.shell = command.shell;
      return note(`SHELL [${command.shell.join(' ')}]`);
    case 'MAINTAINER':
      image.author = command.maintainer;
      return note(`MAINTAINER ${command.maintainer}`);
    case 'VOLUME':
      return volumes(state, command) ?? note(`VOLUME [${command.volumes.join(' ')}]`);
    case 'STOPSIGNAL':
      return stopSignal(state, command) ?? note(`STOPSIGNAL ${command.signal}`);
    case 'HEALTHCHECK':
      return note(setHealthcheck(state, command, lint));
    case 'ONBUILD':
      image.onBuild.push(command.expression);
      return undefined;
    default:
      return 'other';
  }
}

function envText(state: StageState, command: EnvCommand, lint: Linter): string {
  for (const { key, value, noDelim } of command.pairs) {
    if (noDelim) lint.report(legacyKeyValueFormat, command, command.name);
    if (isSecretKey(key)) lint.report(secretsUsedInArgOrEnv, command, 'ENV', key);
    state.state = { ...state.state, env: state.state.env.with(key, value) };
    setImageEnv(state.image, key, value);
  }
  return `ENV ${pairsText(command)}`;
}

function labelText(state: StageState, command: LabelCommand, lint: Linter): string {
  for (const { key, value, noDelim } of command.pairs) {
    if (noDelim) lint.report(legacyKeyValueFormat, command, command.name);
    state.image.labels.set(key, value);
  }
  return `LABEL ${pairsText(command)}`;
}

function pairsText({ pairs }: EnvCommand | LabelCommand): string {
  return pairs.map(({ key, value }) => `${key}=${value}`).join(' ');
}

/** Only the last CMD, ENTRYPOINT and HEALTHCHECK of a stage count: the one before is reported. */
function useOnce(state: StageState, command: CmdCommand | EntrypointCommand | HealthcheckCommand, lint: Linter): void {
  const before = state.last.get(command.type);
  if (before) lint.report(multipleInstructionsDisallowed, before, command.name);
  state.last.set(command.type, command);
}

function shellWords(state: StageState, command: CmdCommand | EntrypointCommand, lint: Linter): readonly string[] {
  const words = command.cmdline ?? [];
  if (!command.shellForm) return words;
  if (state.image.shell.length === 0) lint.report(jsonArgsRecommended, command, command.name);
  return withShell(state.image, words);
}

function setCmd(state: StageState, command: CmdCommand, lint: Linter): readonly string[] {
  useOnce(state, command, lint);
  state.image.cmd = shellWords(state, command, lint);
  state.image.argsEscaped = true;
  return state.image.cmd;
}

/** A CMD from below is made for another ENTRYPOINT: it goes, unless this stage gave one. */
function setEntrypoint(state: StageState, command: EntrypointCommand, lint: Linter): readonly string[] {
  useOnce(state, command, lint);
  state.image.entrypoint = shellWords(state, command, lint);
  if (!state.last.has('CMD')) state.image.cmd = [];
  return state.image.entrypoint;
}

/** Go's `%q` of a list of texts. */
function goSlice(words: readonly string[]): string {
  return `[${words.map(goQuote).join(' ')}]`;
}

function volumes(state: StageState, command: VolumeCommand): string | undefined {
  for (const volume of command.volumes) {
    if (volume === '') return 'VOLUME specified can not be an empty string';
    state.image.volumes.add(volume);
  }
  return undefined;
}

function stopSignal(state: StageState, command: StopSignalCommand): string | undefined {
  if (!isSignal(command.signal)) return `invalid signal: ${command.signal}`;
  state.image.stopSignal = command.signal;
  return undefined;
}

function setHealthcheck(state: StageState, command: HealthcheckCommand, lint: Linter): string {
  useOnce(state, command, lint);
  const { health } = command;
  state.image.healthcheck = healthcheckOf(health);
  const times = { Interval: health.intervalNs, Timeout: health.timeoutNs, StartPeriod: health.startPeriodNs, StartInterval: health.startIntervalNs };
  const shown = Object.entries(times).map(([name, nanoseconds]) => `${name}:${formatDuration(nanoseconds)}`);
  return `HEALTHCHECK {Test:[${health.test.join(' ')}] ${shown.join(' ')} Retries:${health.retries}}`;
}

function healthcheckOf(health: Health): Healthcheck {
  return {
    ...(health.test.length > 0 && { Test: health.test }),
    ...(health.intervalNs !== 0 && { Interval: health.intervalNs }),
    ...(health.timeoutNs !== 0 && { Timeout: health.timeoutNs }),
    ...(health.startPeriodNs !== 0 && { StartPeriod: health.startPeriodNs }),
    ...(health.startIntervalNs !== 0 && { StartInterval: health.startIntervalNs }),
    ...(health.retries !== 0 && { Retries: health.retries }),
  };
}
