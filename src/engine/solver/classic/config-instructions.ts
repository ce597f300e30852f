/** Instructions that change the config alone. Each is committed as an image under a comment (moby `builder/dockerfile/dispatchers.go`). */
import { goQuote } from '../../dockerfile/go/quote.ts';
import { expandWords } from '../../dockerfile/index.ts';
import type { CmdCommand, Command, EntrypointCommand, HealthcheckCommand } from '../../dockerfile/index.ts';
import { formatDuration } from '../../graph/dispatch/duration.ts';
import { withShell } from '../../graph/dispatch/shell.ts';
import { isSignal } from '../../graph/dispatch/signal.ts';
import { setImageEnv } from '../../graph/draft-image.ts';
import type { StageState } from './stage-state.ts';

/** The comment that is looked up and kept in the history, the daemon's words where it refuses, or undefined: it is none of these. */
export function commitComment(state: StageState, command: Command): string | { readonly error: string } | undefined {
  const { image } = state;
  switch (command.type) {
    case 'ARG':
      for (const { key, value } of command.args) state.args.declare(key, value);
      return `ARG ${command.args.map(({ key, value }) => (value === undefined ? key : `${key}=${value}`)).join(' ')}`;
    case 'ENV':
      for (const { key, value } of command.pairs) setImageEnv(image, key, value);
      return `ENV ${command.pairs.map(({ key, value }) => `${key}=${value}`).join(' ')}`;
    case 'LABEL':
      for (const { key, value } of command.pairs) image.labels.set(key, value);
      return `LABEL ${command.pairs.map(({ key, value }) => `${key}=${value}`).join(' ')}`;
    case 'MAINTAINER':
      image.author = command.maintainer;
      return `MAINTAINER ${command.maintainer}`;
    case 'USER':
      image.user = command.user;
      return `USER ${command.user}`;
    case 'SHELL':
      image.shell = command.shell;
      return `SHELL [${command.shell.join(' ')}]`;
    case 'CMD':
      image.cmd = words(state, command);
      image.argsEscaped = true;
      state.cmdSet = true;
      return `CMD ${goSlice(image.cmd)}`;
    case 'ENTRYPOINT':
      image.entrypoint = words(state, command);
      if (!state.cmdSet) image.cmd = [];
      return `ENTRYPOINT ${goSlice(image.entrypoint)}`;
    case 'STOPSIGNAL':
      if (!isSignal(command.signal)) return { error: `invalid signal: ${command.signal}` };
      image.stopSignal = command.signal;
      return `STOPSIGNAL ${command.signal}`;
    case 'VOLUME':
      if (command.volumes.includes('')) return { error: 'VOLUME specified can not be an empty string' };
      for (const volume of command.volumes) image.volumes.add(volume);
      return `VOLUME [${command.volumes.join(' ')}]`;
    case 'EXPOSE':
      return expose(state, command.ports);
    case 'HEALTHCHECK':
      return healthcheck(state, command);
    case 'ONBUILD':
      image.onBuild.push(command.expression);
      return `ONBUILD ${command.expression}`;
    default:
      return undefined;
  }
}

function words(state: StageState, { cmdline, shellForm }: CmdCommand | EntrypointCommand): readonly string[] {
  return cmdline && shellForm ? withShell(state.image, cmdline) : cmdline ?? [];
}

/** Go's `%q` of a list of texts. */
const goSlice = (list: readonly string[]): string => `[${list.map(goQuote).join(' ')}]`;

/** Port ranges stay as they are written. */
function expose(state: StageState, ports: readonly string[]): string | { readonly error: string } {
  const all: string[] = [];
  for (const port of ports) {
    const expanded = expandWords(port, state.lookup);
    if (!expanded.ok) return { error: expanded.message };
    all.push(...expanded.words);
  }
  for (const port of all) state.image.exposedPorts.add(port.includes('/') ? port : `${port}/tcp`);
  return `EXPOSE ${all.join(' ')}`;
}

/** Go's `%q` of a pointer to a health check: durations are texts, the number of retries is a character. */
function healthcheck(state: StageState, { health }: HealthcheckCommand): string {
  const { test, intervalNs, timeoutNs, startPeriodNs, startIntervalNs, retries } = health;
  state.image.healthcheck = {
    ...(test.length > 0 && { Test: test }),
    ...(intervalNs !== 0 && { Interval: intervalNs }),
    ...(timeoutNs !== 0 && { Timeout: timeoutNs }),
    ...(startPeriodNs !== 0 && { StartPeriod: startPeriodNs }),
    ...(startIntervalNs !== 0 && { StartInterval: startIntervalNs }),
    ...(retries !== 0 && { Retries: retries }),
  };
  const times = [intervalNs, timeoutNs, startPeriodNs, startIntervalNs].map((time) => goQuote(formatDuration(time)));
  const count = goQuote(String.fromCodePoint(Math.min(retries, 0xd7ff))).slice(1, -1);
  return `HEALTHCHECK &{${goSlice(test)} ${times.join(' ')} '${count}'}`;
}
