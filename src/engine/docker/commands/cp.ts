import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker cp`. */
export const cpCommand: Command = {
  paths: ['cp', 'container cp'],
  use: ['[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-', '[OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH'],
  about: 'Copy files/folders between a container and the local filesystem',
  long: `Copy files/folders between a container and the local filesystem

Use '-' as the source to read a tar archive from stdin
and extract it to a directory destination in a container.
Use '-' as the destination to stream a tar archive of a
container source to stdout.`,
  aliases: ['docker container cp', 'docker cp'],
  flags: `
  -a, --archive       Archive mode (copy all uid/gid information)
  -L, --follow-link   Always follow symbol link in SRC_PATH
  -q, --quiet         Suppress progress output during copy. Progress output is automatically suppressed if no terminal is attached
`,
  takes: exactly(2),
  run({ session }) {
    return session.err('not yet\n');
  },
};
