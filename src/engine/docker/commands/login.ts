import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker login`. */
export const loginCommand: Command = {
  paths: ['login'],
  use: '[OPTIONS] [SERVER]',
  about: 'Authenticate to a registry',
  long: `Authenticate to a registry.
Defaults to Docker Hub if no server is specified.`,
  flags: `
  -p, --password string   Password or Personal Access Token (PAT)
      --password-stdin    Take the Password or Personal Access Token (PAT) from stdin
  -u, --username string   Username
`,
  takes: atMost(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
