import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker load`. */
export const loadCommand: Command = {
  paths: ['load', 'image load'],
  use: '[OPTIONS]',
  about: 'Load an image from a tar archive or STDIN',
  aliases: ['docker image load', 'docker load'],
  flags: `
  -i, --input string      Read from tar archive file, instead of STDIN
      --platform string   Load only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")
  -q, --quiet             Suppress the load output
`,
  takes: noArguments,
  run({ session }) {
    return session.err('not yet\n');
  },
};
