import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { registryHost } from './login.ts';

/** `docker logout`. */
export const logoutCommand: Command = {
  paths: ['logout'],
  use: '[SERVER]',
  about: 'Log out from a registry',
  long: `Log out from a registry.
If no server is specified, the default is defined by the daemon.`,
  takes: atMost(1),
  run({ args, session }) {
    const host = registryHost(args[0]);
    const shown = host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
    const logins = new Map(session.machine.logins);
    if (logins.delete(host)) session.machine = { ...session.machine, logins };
    session.out(`Removing login credentials for ${shown}\n`);
    return 0;
  },
};
