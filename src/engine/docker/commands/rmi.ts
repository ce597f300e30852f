import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { removeImage } from '../../image/index.ts';

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
  run({ flags, args, session }) {
    let code = 0;
    const errors: string[] = [];
    for (const name of args) {
      const removed = removeImage(session.images, name, { force: flags.on('force'), containers: session.imageUsers });
      if ('error' in removed) {
        errors.push(`Error response from daemon: ${removed.error}`);
        if (!(flags.on('force') && removed.error.startsWith('No such image'))) code = 1;
        continue;
      }
      session.images = removed.store;
      session.out(removed.lines.map((line) => `${line}\n`).join(''));
    }
    if (errors.length > 0) session.err(`${errors.join('\n')}\n`);
    return code;
  },
};
