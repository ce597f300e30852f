import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker system prune`. */
export const systemPruneCommand: Command = {
  paths: ['system prune'],
  use: '[OPTIONS]',
  about: 'Remove unused data',
  flags: `
  -a, --all             Remove all unused images not just dangling ones
      --filter filter   Provide filter values (e.g. "label=<key>=<value>")
  -f, --force           Do not prompt for confirmation
      --volumes         Prune anonymous volumes
`,
  takes: noArguments,
  run({ session }) {
    return session.err('not yet\n');
  },
};
