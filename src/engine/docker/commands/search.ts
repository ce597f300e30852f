import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker search`. */
export const searchCommand: Command = {
  paths: ['search'],
  use: '[OPTIONS] TERM',
  about: 'Search Docker Hub for images',
  flags: `
  -f, --filter filter   Filter output based on conditions provided
      --format string   Pretty-print search using a Go template
      --limit int       Max number of search results
      --no-trunc        Don't truncate output
`,
  takes: exactly(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
