import { atMost } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker images`. */
export const imageLsCommand: Command = {
  paths: ['images', 'image ls'],
  nicknames: ['image list'],
  use: '[OPTIONS] [REPOSITORY[:TAG]]',
  about: 'List images',
  aliases: ['docker image ls', 'docker image list', 'docker images'],
  flags: `
  -a, --all             Show all images (default hides intermediate images)
      --digests         Show digests
  -f, --filter filter   Filter output based on conditions provided
      --format string   Format output using a custom template:
                        'table':            Print output in table format with column headers (default)
                        'table TEMPLATE':   Print output in table format using the given Go template
                        'json':             Print in JSON format
                        'TEMPLATE':         Print output using the given Go template.
                        Refer to https://docs.docker.com/go/formatting/ for more information about formatting output with templates
      --no-trunc        Don't truncate output
  -q, --quiet           Only show image IDs
      --tree            List multi-platform images as a tree (EXPERIMENTAL)
`,
  takes: atMost(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
