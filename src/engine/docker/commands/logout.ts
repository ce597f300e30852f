import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker logout`. */
export const logoutCommand: Command = {
  paths: ['logout'],
  use: '[SERVER]',
  about: 'Log out from a registry',
  long: `Log out from a registry.
If no server is specified, the default is defined by the daemon.`,
  takes: atMost(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
