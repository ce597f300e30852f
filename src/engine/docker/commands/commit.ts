import { between } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker commit`. */
export const commitCommand: Command = {
  paths: ['commit', 'container commit'],
  use: '[OPTIONS] CONTAINER [REPOSITORY[:TAG]]',
  about: "Create a new image from a container's changes",
  aliases: ['docker container commit', 'docker commit'],
  flags: `
  -a, --author string    Author (e.g., "John Hannibal Smith <hannibal@a-team.com>")
  -c, --change list      Apply Dockerfile instruction to the created image
  -m, --message string   Commit message
  -p, --pause            Pause container during commit (default true)
`,
  takes: between(1, 2),
  run({ session }) {
    return session.err('not yet\n');
  },
};
