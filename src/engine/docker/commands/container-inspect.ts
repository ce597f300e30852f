import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { containerDetails } from '../containers/details.ts';
import { inspectAll } from '../format/inspect.ts';

/** `docker container inspect`. */
export const containerInspectCommand: Command = {
  paths: ['container inspect'],
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  about: 'Display detailed information on one or more containers',
  flags: `
  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
  -s, --size            Display total file sizes
`,
  takes: atLeast(1),
  run({ flags, args, session }) {
    return inspectAll(session, args, flags.text('format'), (name) => containerDetails(session, name) ?? { error: `Error response from daemon: No such container: ${name}` });
  },
};
