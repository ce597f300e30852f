import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker container prune`. */
export const containerPruneCommand: Command = {
  paths: ['container prune'],
  use: '[OPTIONS]',
  about: 'Remove all stopped containers',
  flags: `
      --filter filter   Provide filter values (e.g. "until=<timestamp>")
  -f, --force           Do not prompt for confirmation
`,
  takes: noArguments,
  run({ session }) {
    return session.err('not yet\n');
  },
};
