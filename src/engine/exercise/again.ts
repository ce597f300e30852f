/** The last good build once more, asked for as it was: by the same line where one was typed. */
import type { BuildOptions } from '../graph/plan.ts';
import type { Action } from '../workspace/action.ts';
import type { Built, State } from '../workspace/state.ts';

/** The last build that came to its end without an error; undefined where there is none. */
export function lastGood({ builds }: Pick<State, 'builds'>): Built | undefined {
  return builds.findLast(({ record }) => record.ok && record.recorded === undefined);
}

/** Actions that build as the last good build did, with some options said in another way. */
export function againActions(state: State, other: BuildOptions = {}): readonly Action[] {
  const last = lastGood(state);
  if (!last) return [{ type: 'options', options: { ...state.options, ...other } }, { type: 'build' }];
  const line = state.terminal.findLast(({ build }) => build === last.record.number)?.line;
  if (line !== undefined) return [{ type: 'command', line: withFlags(line, other) }];
  const { options } = last.record;
  return [
    { type: 'options', options: { ...options, ...other, ...(other.buildArgs && { buildArgs: { ...options.buildArgs, ...other.buildArgs } }) } },
    { type: 'build', ...(last.extras && { extras: last.extras }) },
  ];
}

/** The line with flags for these options at the end of its build, where they win over those before them. */
function withFlags(line: string, { buildArgs = {}, noCache, pull, platforms = [], target, tags = [], attrs = {} }: BuildOptions): string {
  const flags = [
    ...Object.entries(buildArgs).map(([name, value]) => `--build-arg ${name}='${value}'`),
    ...(noCache === true ? ['--no-cache'] : []),
    ...(Array.isArray(noCache) ? noCache.map((stage: string) => `--no-cache-filter ${stage}`) : []),
    ...(pull === true ? ['--pull'] : []),
    ...(platforms.length > 0 ? [`--platform ${platforms.join(',')}`] : []),
    ...(target === undefined ? [] : [`--target ${target}`]),
    ...(attrs['force-network-mode'] === undefined ? [] : [`--network ${attrs['force-network-mode']}`]),
    ...tags.map((tag) => `-t ${tag}`),
  ];
  return flags.length === 0 ? line : line.replace(/\bbuild\b[^&|;]*/, (command) => `${command.trimEnd()} ${flags.join(' ')} `).trimEnd();
}
