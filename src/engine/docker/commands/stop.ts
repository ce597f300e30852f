import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker stop`. */
export const stopCommand: Command = {
  paths: ['stop', 'container stop'],
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  about: 'Stop one or more running containers',
  aliases: ['docker container stop', 'docker stop'],
  flags: `
  -s, --signal string   Signal to send to the container
  -t, --timeout int     Seconds to wait before killing the container
`,
  takes: atLeast(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
