import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { dropContainer, findContainer, noSuchContainer } from '../containers/store.ts';

/** `docker rm`. */
export const rmCommand: Command = {
  paths: ['rm', 'container rm'],
  nicknames: ['container remove'],
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  about: 'Remove one or more containers',
  aliases: ['docker container rm', 'docker container remove', 'docker rm'],
  flags: `
  -f, --force     Force the removal of a running container (uses SIGKILL)
  -l, --link      Remove the specified link
  -v, --volumes   Remove anonymous volumes associated with the container
`,
  takes: atLeast(1),
  run({ flags, args, session }) {
    const errors: string[] = [];
    for (const name of args) {
      const container = findContainer(session, name);
      if (!container) errors.push(noSuchContainer(name));
      else if (container.running && !flags.on('force')) errors.push(`cannot remove container ${JSON.stringify(container.name)}: container is running: stop the container before removing or force remove`);
      else {
        dropContainer(session, container);
        session.out(`${name}\n`);
      }
    }
    if (errors.length === 0) return 0;
    session.err(errors.map((error) => `Error response from daemon: ${error}\n`).join(''));
    return flags.on('force') && errors.every((error) => error.startsWith('No such')) ? 0 : 1;
  },
};
