import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';

/** `docker rmi`. */
export const rmiCommand: Command = {
  paths: ['rmi', 'image rm'],
  nicknames: ['image remove'],
  use: '[OPTIONS] IMAGE [IMAGE...]',
  about: 'Remove one or more images',
  aliases: ['docker image rm', 'docker image remove', 'docker rmi'],
  flags: `
  -f, --force              Force removal of the image
      --no-prune           Do not delete untagged parents
      --platform strings   Remove only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")
`,
  takes: atLeast(1),
  run({ session }) {
    return session.err('not yet\n');
  },
};
