import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { diff, dirName, get } from '../../fs/index.ts';
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
    const kinds = new Map<string, string>();
    for (const { path } of diff(container.lower, container.root)) {
      const [before, after] = [get(container.lower, path), get(container.root, path)];
      for (let above = dirName(path); above !== '' && above !== '/' && above !== '.'; above = dirName(above)) if (get(container.lower, above)) kinds.set(above, 'C');
      kinds.set(path, after === undefined ? 'D' : before === undefined ? 'A' : 'C');
    }
    session.out([...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, kind]) => `${kind} /${path.replace(/^\//, '')}\n`).join(''));
    return 0;
  },
};
