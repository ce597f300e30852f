import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker save`. */
export const saveCommand: Command = {
  paths: ['save', 'image save'],
  use: '[OPTIONS] IMAGE [IMAGE...]',
  about: 'Save one or more images to a tar archive (streamed to STDOUT by default)',
  aliases: ['docker image save', 'docker save'],
  flags: `
  -o, --output string     Write to a file, instead of STDOUT
      --platform string   Save only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")
`,
  takes: atLeast(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
