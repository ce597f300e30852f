import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker rm`. */
export const rmCommand: Command = {
  paths: ['rm', 'container rm'],
  nicknames: ['container remove'],
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  about: 'Remove one or more containers',
  aliases: ['docker container rm', 'docker container remove', 'docker rm'],
  flags: `
  -f, --force     Force the removal of a running container (uses SIGKILL)
  -l, --link      Remove the specified link
  -v, --volumes   Remove anonymous volumes associated with the container
`,
  takes: atLeast(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
