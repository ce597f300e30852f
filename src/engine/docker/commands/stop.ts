import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { findContainer, keepContainer, noSuchContainer } from '../containers/store.ts';

/** `docker stop`. */
export const stopCommand: Command = {
  paths: ['stop', 'container stop'],
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  about: 'Stop one or more running containers',
  aliases: ['docker container stop', 'docker stop'],
  flags: `
  -s, --signal string   Signal to send to the container
  -t, --timeout int     Seconds to wait before killing the container
`,
  takes: atLeast(1),
  run({ args, session }) {
    let code = 0;
    for (const name of args) {
      const container = findContainer(session, name);
      if (!container) {
        code = session.refuse(noSuchContainer(name));
        continue;
      }
      if (container.running) keepContainer(session, { ...container, running: false, exitCode: 137, finished: session.now });
      session.out(`${name}\n`);
    }
    return code;
  },
};
