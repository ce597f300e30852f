import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { containerFlags } from '../containers/flags.ts';
import { pairsOf } from '../build/flags.ts';
import { createContainer } from '../containers/create.ts';

/** `docker create`. */
export const createCommand: Command = {
  paths: ['create', 'container create'],
  use: '[OPTIONS] IMAGE [COMMAND] [ARG...]',
  about: 'Create a new container',
  aliases: ['docker container create', 'docker create'],
  flags: `${containerFlags}
      --pull string                      Pull image before creating ("always", "|missing", "never") (default "missing")
`,
  takes: atLeast(1),
  wraps: true,
  run({ flags, args, session }) {
    const made = createContainer(session, flags, args, pairsOf(flags.list('label')));
    if ('refused' in made) return session.err(made.client ? `docker: ${made.refused}\n` : `Error response from daemon: ${made.refused}\n`);
    session.out(`${made.id}\n`);
    return 0;
  },
};
