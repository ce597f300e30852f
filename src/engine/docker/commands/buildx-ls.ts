import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker buildx ls`. */
export const buildxLsCommand: Command = {
  paths: ['buildx ls'],
  use: '',
  about: 'List builder instances',
  flags: `
  -D, --debug           Enable debug logging
      --format string   Format the output (default "table")
      --no-trunc        Don't truncate output
`,
  takes: exactly(0),
  run({ session }) {
    return session.err('not yet\n');
  },
};
