import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker exec`. */
export const execCommand: Command = {
  paths: ['exec', 'container exec'],
  use: '[OPTIONS] CONTAINER COMMAND [ARG...]',
  about: 'Execute a command in a running container',
  aliases: ['docker container exec', 'docker exec'],
  flags: `
  -d, --detach               Detached mode: run command in the background
      --detach-keys string   Override the key sequence for detaching a container
  -e, --env list             Set environment variables
      --env-file list        Read in a file of environment variables
  -i, --interactive          Keep STDIN open even if not attached
      --privileged           Give extended privileges to the command
  -t, --tty                  Allocate a pseudo-TTY
  -u, --user string          Username or UID (format: "<name|uid>[:<group|gid>]")
  -w, --workdir string       Working directory inside the container
`,
  takes: atLeast(2),
  wraps: true,
  run({ session }) {
    return session.err('not yet\n');
  },
};
