import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker image prune`. */
export const imagePruneCommand: Command = {
  paths: ['image prune'],
  use: '[OPTIONS]',
  about: 'Remove unused images',
  flags: `
  -a, --all             Remove all unused images, not just dangling ones
      --filter filter   Provide filter values (e.g. "until=<timestamp>")
  -f, --force           Do not prompt for confirmation
`,
  takes: noArguments,
  run({ session }) {
    return session.err('not yet\n');
  },
};
