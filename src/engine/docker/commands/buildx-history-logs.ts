import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker buildx history logs`. */
export const buildxHistoryLogsCommand: Command = {
  paths: ['buildx history logs'],
  use: '[OPTIONS] [REF]',
  about: 'Print the logs of a build record',
  flags: `
      --builder string    Override the configured builder instance
  -D, --debug             Enable debug logging
      --progress string   Set type of progress output (plain, rawjson, tty) (default "plain")
`,
  takes: atMost(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
