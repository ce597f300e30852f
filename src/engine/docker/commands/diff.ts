import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { diff, get } from '../../fs/index.ts';
import { findContainer, noSuchContainer } from '../containers/store.ts';

/** `docker diff`. */
export const diffCommand: Command = {
  paths: ['diff', 'container diff'],
  use: 'CONTAINER',
  about: "Inspect changes to files or directories on a container's filesystem",
  aliases: ['docker container diff', 'docker diff'],
  takes: exactly(1),
  run({ args, session }) {
    const container = findContainer(session, args[0] ?? '');
    if (!container) return session.refuse(noSuchContainer(args[0] ?? ''));
    const lines = diff(container.lower, container.root).map(({ path }) => {
      const [before, after] = [get(container.lower, path), get(container.root, path)];
      return `${after === undefined ? 'D' : before === undefined ? 'A' : 'C'} /${path}`;
    });
    session.out(lines.map((line) => `${line}\n`).join(''));
    return 0;
  },
};
