import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { emptyDir, layerEntries } from '../../fs/index.ts';
import { writeArchiveFile } from '../build/outputs.ts';
import { findContainer, noSuchContainer } from '../containers/store.ts';

/** `docker export`. */
export const exportCommand: Command = {
  paths: ['export', 'container export'],
  use: '[OPTIONS] CONTAINER',
  about: "Export a container's filesystem as a tar archive",
  aliases: ['docker container export', 'docker export'],
  flags: `
  -o, --output string   Write to a file, instead of STDOUT
`,
  takes: exactly(1),
  run({ flags, args, session }) {
    const container = findContainer(session, args[0] ?? '');
    if (!container) return session.refuse(noSuchContainer(args[0] ?? ''));
    const wrong = writeArchiveFile(session, flags.text('output') ?? '-', layerEntries(emptyDir(), container.root));
    return wrong === undefined ? 0 : session.err(`failed to export container: ${wrong}\n`);
  },
};
