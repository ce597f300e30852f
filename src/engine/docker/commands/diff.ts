import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker diff`. */
export const diffCommand: Command = {
  paths: ['diff', 'container diff'],
  use: 'CONTAINER',
  about: "Inspect changes to files or directories on a container's filesystem",
  aliases: ['docker container diff', 'docker diff'],
  takes: exactly(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
