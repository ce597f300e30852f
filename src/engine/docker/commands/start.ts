import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { startContainer } from '../containers/start.ts';
import { findContainer, noSuchContainer } from '../containers/store.ts';

/** `docker start`. */
export const startCommand: Command = {
  paths: ['start', 'container start'],
  use: '[OPTIONS] CONTAINER [CONTAINER...]',
  about: 'Start one or more stopped containers',
  aliases: ['docker container start', 'docker start'],
  flags: `
  -a, --attach               Attach STDOUT/STDERR and forward signals
      --detach-keys string   Override the key sequence for detaching a container
  -i, --interactive          Attach container's STDIN
`,
  takes: atLeast(1),
  run({ flags, args, session }) {
    const failed: string[] = [];
    let code = 0;
    for (const name of args) {
      const container = findContainer(session, name);
      if (!container) {
        session.refuse(noSuchContainer(name));
        failed.push(name);
        continue;
      }
      const started = container.running ? undefined : startContainer(session, container);
      if (started?.error !== undefined) {
        session.refuse(started.error);
        failed.push(name);
      } else if (flags.on('attach')) {
        session.play(started?.output ?? []);
        code = started?.container.exitCode ?? 0;
      } else session.out(`${name}\n`);
    }
    if (failed.length === 0) return code;
    return session.err(flags.on('attach') ? '' : `Error: failed to start containers: ${failed.join(', ')}\n`);
  },
};
