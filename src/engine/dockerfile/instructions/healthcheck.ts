import type { Health, HealthcheckCommand } from '../instruction.ts';
import { goUpper } from '../go/case.ts';
import { parseDuration } from '../go/duration.ts';
import { parseInt32 } from '../go/number.ts';
import { goQuote } from '../go/quote.ts';
import { shellWords } from './command-line.ts';
import { readFlags, type Flags } from './flags.ts';
import { failure, sourceOf, success, type InstructionSpec, type Read } from './instruction-spec.ts';

const inherited: Omit<Health, 'test'> = { intervalNs: 0, timeoutNs: 0, startPeriodNs: 0, startIntervalNs: 0, retries: 0 };

/** How to tell that a container works. */
export const healthcheck: InstructionSpec<HealthcheckCommand> = {
  keyword: 'HEALTHCHECK',
  form: 'health',
  flags: [
    { name: 'interval', kind: 'text', placeholder: '30s', documentation: 'Time between two checks; 30 seconds without it.' },
    { name: 'retries', kind: 'text', placeholder: '3', documentation: 'So many failures in a row make the container unhealthy; 3 without it.' },
    { name: 'start-interval', kind: 'text', placeholder: '5s', documentation: 'Time between checks during the start period; 5 seconds without it.' },
    { name: 'start-period', kind: 'text', placeholder: '0s', documentation: 'Time the program has to start, in which failures do not count.' },
    { name: 'timeout', kind: 'text', placeholder: '30s', documentation: 'A check that takes longer has failed; 30 seconds without it.' },
  ],
  read(node) {
    if (node.args.length === 0) return failure('HEALTHCHECK requires at least one argument');
    const [first, ...args] = node.args;
    const type = goUpper(first!);
    const source = sourceOf(node);
    if (type === 'NONE') {
      if (args.length > 0) return failure('HEALTHCHECK NONE takes no arguments');
      return success({ type: 'HEALTHCHECK', ...source, health: { test: [type], ...inherited } });
    }
    const flags = readFlags(node.flags, healthcheck.flags);
    if (!flags.ok) return flags;
    if (type !== 'CMD') return failure(`Unknown type ${goQuote(type)} in HEALTHCHECK (try CMD)`, { arg: 0 }, { id: 'editor.hint-healthcheck' });
    if (args.length === 0) return failure('Missing command after HEALTHCHECK CMD');
    const times = readTimes(flags.value);
    if (!times.ok) return times;
    const test = [node.json ? 'CMD' : 'CMD-SHELL', ...shellWords({ args, json: node.json })];
    return success({ type: 'HEALTHCHECK', ...source, health: { test, ...times.value } });
  },
  expands: 'Nothing.',
  usage: ['HEALTHCHECK [flags] CMD <command>', 'HEALTHCHECK NONE'],
  documentation: `A command that tells, again and again, whether the container works: exit code 0 is healthy, 1 is not. \`NONE\` takes away what the base image has.`,
  completions: ['HEALTHCHECK CMD ${command}', 'HEALTHCHECK --interval=30s --timeout=3s CMD ${command}', 'HEALTHCHECK NONE'],
};

function readTimes(flags: Flags): Read<Omit<Health, 'test'>> {
  const times: number[] = [];
  for (const name of ['interval', 'timeout', 'start-period', 'start-interval']) {
    const text = flags.text(name);
    const duration = text === '' ? undefined : parseDuration(text);
    if (duration?.ok === false) return failure(duration.message);
    const nanoseconds = duration?.nanoseconds ?? 0;
    if (nanoseconds !== 0 && nanoseconds < 1e6) return failure(`Interval ${goQuote(name)} cannot be less than 1ms`);
    times.push(nanoseconds);
  }
  const retries = readRetries(flags.text('retries'));
  if (!retries.ok) return retries;
  const [intervalNs = 0, timeoutNs = 0, startPeriodNs = 0, startIntervalNs = 0] = times;
  return success({ intervalNs, timeoutNs, startPeriodNs, startIntervalNs, retries: retries.value });
}

function readRetries(text: string): Read<number> {
  if (text === '') return success(0);
  const number = parseInt32(text);
  if ('error' in number) return failure(`strconv.ParseInt: parsing ${goQuote(text)}: ${number.error}`);
  return number.value < 0 ? failure(`--retries cannot be negative (${number.value})`) : success(number.value);
}
