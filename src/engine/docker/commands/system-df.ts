import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker system df`. */
export const systemDfCommand: Command = {
  paths: ['system df'],
  use: '[OPTIONS]',
  about: 'Show docker disk usage',
  flags: `
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -v, --verbose         Show detailed information on space usage
`,
  takes: noArguments,
  run({ session }) {
    return session.err('not yet\n');
  },
};
