import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker buildx history ls`. */
export const buildxHistoryLsCommand: Command = {
  paths: ['buildx history ls'],
  use: '[OPTIONS]',
  about: 'List build records',
  flags: `
      --builder string       Override the configured builder instance
  -D, --debug                Enable debug logging
      --filter stringArray   Provide filter values (e.g., "status=error")
      --format string        Format the output (default "table")
      --local                List records for current repository only
      --no-trunc             Don't truncate output
`,
  takes: noArguments,
  run({ session }) {
    return session.err('not yet\n');
  },
};
