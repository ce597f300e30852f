import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker inspect`. */
export const inspectCommand: Command = {
  paths: ['inspect'],
  use: '[OPTIONS] NAME|ID [NAME|ID...]',
  about: 'Return low-level information on Docker objects',
  flags: `
  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -s, --size            Display total file sizes if the type is container
      --type string     Only inspect objects of the given type
`,
  takes: atLeast(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
