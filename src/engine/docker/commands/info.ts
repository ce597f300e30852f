import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker info`. */
export const infoCommand: Command = {
  paths: ['info', 'system info'],
  use: '[OPTIONS]',
  about: 'Display system-wide information',
  aliases: ['docker system info', 'docker info'],
  flags: `
  -f, --format string   Format output using a custom template:
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
`,
  takes: noArguments,
  run({ session }) {
    return session.err('not yet\n');
  },
};
