import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker start`. */
export const startCommand: Command = {
  paths: ['start', 'container start'],
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  about: 'Start one or more stopped containers',
  aliases: ['docker container start', 'docker start'],
  flags: `
  -a, --attach               Attach STDOUT/STDERR and forward signals
      --detach-keys string   Override the key sequence for detaching a container
  -i, --interactive          Attach container's STDIN
`,
  takes: atLeast(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
