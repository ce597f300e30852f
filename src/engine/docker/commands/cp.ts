import { exactly } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { copyFrom, copyTo } from '../containers/copy.ts';
import { findContainer, noSuchContainer } from '../containers/store.ts';

/** `docker cp`. */
export const cpCommand: Command = {
  paths: ['cp', 'container cp'],
  use: ['[OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-', '[OPTIONS] SRC_PATH|- CONTAINER:DEST_PATH'],
  about: 'Copy files/folders between a container and the local filesystem',
  long: `Copy files/folders between a container and the local filesystem

Use '-' as the source to read a tar archive from stdin
and extract it to a directory destination in a container.
Use '-' as the destination to stream a tar archive of a
container source to stdout.`,
  aliases: ['docker container cp', 'docker cp'],
  flags: `
  -a, --archive       Archive mode (copy all uid/gid information)
  -L, --follow-link   Always follow symbol link in SRC_PATH
  -q, --quiet         Suppress progress output during copy. Progress output is automatically suppressed if no terminal is attached
`,
  takes: exactly(2),
  run({ args, session }) {
    const [source = '', dest = ''] = args;
    const from = placeOf(source);
    const to = placeOf(dest);
    if (from.container !== undefined && to.container !== undefined) return session.err('copying between containers is not supported\n');
    const name = from.container ?? to.container;
    if (name === undefined) return session.err('must specify at least one container source\n');
    if (to.container !== undefined && source !== '-' && !session.process.peek(session.path(source))) return session.err(`lstat ${session.path(source)}: no such file or directory\n`);
    const container = findContainer(session, name);
    if (!container) return session.refuse(noSuchContainer(name));
    if (source === '-') return session.err('docker cp: an archive from standard input is not simulated here.\n');
    return from.container === undefined ? copyTo(session, source, container, to.path) : copyFrom(session, container, from.path, dest);
  },
};

/** `container:path`, or a path here: one that begins with a dot or a slash is none of a container. */
function placeOf(text: string): { readonly container?: string; readonly path: string } {
  const colon = text.indexOf(':');
  return colon <= 0 || /^[./]/.test(text) ? { path: text } : { container: text.slice(0, colon), path: text.slice(colon + 1) };
}
