import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { findContainer, keepContainer, noSuchContainer } from '../containers/store.ts';

/** `docker kill`. */
export const killCommand: Command = {
  paths: ['kill', 'container kill'],
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  about: 'Kill one or more running containers',
  aliases: ['docker container kill', 'docker kill'],
  flags: `
  -s, --signal string   Signal to send to the container
`,
  takes: atLeast(1),
  run({ args, session }) {
    let code = 0;
    for (const name of args) {
      const container = findContainer(session, name);
      if (!container) code = session.refuse(noSuchContainer(name));
      else if (!container.running) code = session.refuse(`cannot kill container: ${name}: container ${container.id} is not running`);
      else {
        keepContainer(session, { ...container, running: false, exitCode: 137, finished: session.now });
        session.out(`${name}\n`);
      }
    }
    return code;
  },
};
