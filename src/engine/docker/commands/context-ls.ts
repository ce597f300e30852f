import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker context ls`. */
export const contextLsCommand: Command = {
  paths: ['context ls'],
  nicknames: ['context list'],
  use: '[OPTIONS]',
  about: 'List contexts',
  aliases: ['docker context ls', 'docker context list'],
  flags: `
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -q, --quiet           Only show context names
`,
  takes: noArguments,
  run({ session }) {
    return session.err('not yet\n');
  },
};
