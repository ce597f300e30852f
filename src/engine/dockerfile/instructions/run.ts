import type { Device, RunCommand } from '../instruction.ts';
import { checkMount } from '../mounts.ts';
import { csvFields } from '../go/csv.ts';
import { goLower } from '../go/case.ts';
import { parseBool } from '../go/number.ts';
import { goQuote } from '../go/quote.ts';
import { withSuggestion } from '../suggest.ts';
import { readCommandLine } from './command-line.ts';
import { readFlags } from './flags.ts';
import { failure, sourceOf, success, type InstructionSpec, type Read } from './instruction-spec.ts';

const networks = ['default', 'none', 'host'] as const;
const securities = ['sandbox', 'insecure'] as const;

/** Runs a command and keeps what it changes. */
export const run: InstructionSpec<RunCommand> = {
  keyword: 'RUN',
  form: 'json-or-text',
  heredocs: true,
  flags: [
    { name: 'device', kind: 'list', placeholder: 'name', since: '1.14', labs: true, documentation: 'Makes a CDI device of the builder available.' },
    {
      name: 'mount',
      kind: 'list',
      values: ['type=bind', 'type=cache', 'type=secret', 'type=ssh', 'type=tmpfs'],
      placeholder: 'type=…',
      since: '1.2',
      documentation: 'Makes files available for this step only: another stage, a cache kept between builds, a secret, the SSH agent, memory. May be repeated.',
    },
    { name: 'network', kind: 'text', values: networks, since: '1.3', documentation: '`none` cuts the network off; `host` uses that of the builder and needs an entitlement.' },
    { name: 'security', kind: 'text', values: securities, since: '1.20', documentation: '`insecure` runs without the sandbox and needs an entitlement.' },
  ],
  read(node) {
    const flags = readFlags(node.flags, run.flags);
    if (!flags.ok) return flags;
    const devices: Device[] = [];
    const mounts = flags.value.list('mount');
    const given = flags.value.text('network', 'default');
    const network = networks.find((known) => known === given);
    const wanted = flags.value.text('security', 'sandbox');
    const security = securities.find((known) => known === wanted);

    for (const text of flags.value.list('device')) {
      const device = readDevice(text);
      if (!device.ok) return device;
      devices.push(device.value);
    }
    for (const mount of mounts) {
      const error = checkMount(mount);
      if (error !== undefined) return failure(error);
    }
    if (!network) return failure(`invalid network mode ${goQuote(given)}`);
    if (!security) return failure(`security ${goQuote(wanted)} is not valid`);
    const source = sourceOf(node);
    return success({ type: 'RUN', ...source, ...readCommandLine(node), flagsUsed: flags.value.used, network, security, devices, mounts });
  },
  expands: 'Only the values in `--mount`; the command itself is the shell’s business.',
  usage: ['RUN [flags] <command line for the shell>', 'RUN [flags] ["<program>", "<argument>"...]', 'RUN [flags] <<EOF'],
  documentation: `Runs a command in the image built so far and keeps what it changes as a layer.

- It is cached by its text, its mounts and its environment: what it would download today does not count.
- A file deleted by a later step still is in this layer. Clean up in the same \`RUN\`, or use \`--mount=type=cache\`.`,
  completions: ['RUN ${command}', 'RUN --mount=type=cache,target=${path} ${command}', 'RUN --mount=type=secret,id=${id} ${command}', 'RUN <<EOF'],
};

/** `name=vendor/class=device,required` → its parts. BuildKit `instructions/commands_rundevice.go`. */
function readDevice(text: string): Read<Device> {
  const csv = csvFields(text);
  if (!csv.ok) return failure(`failed to parse csv devices: ${csv.message}`);
  let name = '';
  let required = false;
  for (const field of csv.fields) {
    const equals = field.indexOf('=');
    const key = goLower(equals < 0 ? field : field.slice(0, equals));
    const value = equals < 0 ? undefined : field.slice(equals + 1);
    if (key === 'required') {
      const given = value === undefined ? true : parseBool(value);
      if (given === undefined) return failure(`invalid value for ${key}: ${value}`);
      required = given;
    } else if (key === 'name' && value !== undefined) {
      if (name !== '') return failure(`device name already set to ${name}`);
      name = value;
    } else if (name === '') name = field;
    else if (value === undefined) return failure(`invalid field '${field}' must be a key=value pair`);
    else return failure(withSuggestion(`unexpected key '${key}' in '${field}'`, key, ['name', 'required']));
  }
  return success({ name, required });
}
