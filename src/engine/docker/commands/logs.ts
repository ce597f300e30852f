import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker logs`. */
export const logsCommand: Command = {
  paths: ['logs', 'container logs'],
  use: '[OPTIONS] CONTAINER',
  about: 'Fetch the logs of a container',
  aliases: ['docker container logs', 'docker logs'],
  flags: `
      --details        Show extra details provided to logs
  -f, --follow         Follow log output
      --since string   Show logs since timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)
  -n, --tail string    Number of lines to show from the end of the logs (default "all")
  -t, --timestamps     Show timestamps
      --until string   Show logs before a timestamp (e.g. "2013-01-02T13:23:37Z") or relative (e.g. "42m" for 42 minutes)
`,
  takes: exactly(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
