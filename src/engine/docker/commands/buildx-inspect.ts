import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { builderName, builderNames, defaultBuilder } from '../build/builders.ts';
import { buildkitVersion } from '../cli/root.ts';
import { bytesSize, goTime } from '../format/units.ts';
import { defaultGcPolicy } from '../../solver/store/index.ts';

/** `docker buildx inspect`. */
export const buildxInspectCommand: Command = {
  paths: ['buildx inspect'],
  use: '[NAME]',
  about: 'Inspect current builder instance',
  flags: `
      --bootstrap        Ensure builder has booted before inspecting
      --builder string   Override the configured builder instance
  -D, --debug            Enable debug logging
`,
  takes: atMost(1),
  run({ flags, args, session }) {
    const { machine } = session;
    const name = args[0] ?? builderName(machine);
    if (!builderNames(machine).includes(name)) return session.err(`ERROR: no builder ${JSON.stringify(name)} found\n`);
    const own = name === defaultBuilder;
    const running = own || name === builderName(machine) || flags.on('bootstrap');
    const pad = own || running ? 18 : 23;
    const last = session.state.builds.filter((built) => built.machine === machine.name).at(-1)?.record.startedAt ?? session.world.scenario.begins;
    const line = (key: string, value: string): string => `${`${key}:`.padEnd(pad)}${value}\n`;
    let text = `Name:          ${name}\nDriver:        ${own ? 'docker' : 'docker-container'}\nLast Activity: ${goTime(Math.floor(last / 1000) * 1000)}\n\nNodes:\n`;
    text += line('Name', own ? name : `${name}0`) + line('Endpoint', own ? 'default' : 'unix:///var/run/docker.sock') + line('Status', running ? 'running' : 'inactive');
    if (!own) text += `BuildKit daemon flags: --allow-insecure-entitlement=network.host\n`;
    if (running) {
      text += line('BuildKit version', buildkitVersion) + line('Platforms', 'linux/amd64, linux/amd64/v2, linux/amd64/v3, linux/arm64, linux/386');
      for (const [at, rule] of defaultGcPolicy(machine.disk).entries()) {
        const fields: readonly (readonly [string, string | undefined])[] = [
          ['All', String(rule.all ?? false)],
          ['Filters', rule.filters?.join(',')],
          ['Keep Duration', rule.keepDuration ? `${rule.keepDuration / 3_600_000}h0m0s` : undefined],
          ['Reserved Space', rule.reservedSpace ? bytesSize(rule.reservedSpace) : undefined],
          ['Max Used Space', rule.maxUsedSpace ? bytesSize(rule.maxUsedSpace) : undefined],
          ['Min Free Space', rule.minFreeSpace ? bytesSize(rule.minFreeSpace) : undefined],
        ];
        text += `GC Policy rule#${at}:\n${fields.flatMap(([key, value]) => (value === undefined ? [] : [` ${`${key}:`.padEnd(16)}${value}\n`])).join('')}`;
      }
    }
    session.out(text);
    return 0;
  },
};
