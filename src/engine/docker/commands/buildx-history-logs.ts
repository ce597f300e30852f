import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { findBuild } from '../build/history.ts';
import { liveProgress } from '../../solver/progress/live.ts';
import { rawJsonProgress } from '../../solver/progress/rawjson.ts';

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
  run({ flags, args, session }) {
    const found = findBuild(session, args[0]);
    if ('error' in found) return session.err(`ERROR: ${found.error}\n`);
    const { record } = found.built;
    return session.err(flags.text('progress') === 'rawjson' ? rawJsonProgress(record) : liveProgress(record).map(({ text }) => text).join(''), 0);
  },
};
