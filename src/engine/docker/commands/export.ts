import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker export`. */
export const exportCommand: Command = {
  paths: ['export', 'container export'],
  use: '[OPTIONS] CONTAINER',
  about: "Export a container's filesystem as a tar archive",
  aliases: ['docker container export', 'docker export'],
  flags: `
  -o, --output string   Write to a file, instead of STDOUT
`,
  takes: exactly(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
