import type { AddCommand } from '../instruction.ts';
import { readFlags } from './flags.ts';
import { sourceOf, success, type InstructionSpec } from './instruction-spec.ts';
import { chmod, chown, exclude, expandSourcesAndDest, link, noDestination, readSourcesAndDest } from './sources-and-dest.ts';

/** Copies, downloads, clones and unpacks. */
export const add: InstructionSpec<AddCommand> = {
  keyword: 'ADD',
  form: 'json-or-list',
  heredocs: true,
  flags: [
    { name: 'checksum', kind: 'text', placeholder: 'sha256:…', since: '1.6', documentation: 'Digest the downloaded file must have, or commit the Git repository must be at.' },
    chmod,
    chown,
    exclude,
    { name: 'keep-git-dir', kind: 'bool', since: '1.1', documentation: 'Keeps the `.git` directory of a Git source.' },
    link,
    { name: 'unpack', kind: 'bool', since: '1.17', documentation: 'Unpacks archives, or with `=false` leaves them packed; without it local archives are unpacked and downloaded ones are not.' },
  ],
  read(node) {
    if (node.args.length < 2) return noDestination('ADD');
    const flags = readFlags(node.flags, add.flags);
    if (!flags.ok) return flags;
    const files = readSourcesAndDest(node, flags.value, 'ADD');
    if (!files.ok) return files;
    return success({
      type: 'ADD',
      ...sourceOf(node),
      ...files.value,
      checksum: flags.value.text('checksum'),
      keepGitDir: flags.value.bool('keep-git-dir'),
      unpack: flags.value.bool('unpack'),
    });
  },
  expand: expandSourcesAndDest,
  expands: 'Sources, destination, `--chown`, `--chmod`, `--checksum`, and inline files whose `<<NAME` is not quoted.',
  usage: ['ADD [flags] <source>... <destination>', 'ADD [flags] ["<source>", "<destination>"]'],
  documentation: `Copies files into the image, like \`COPY\`, and more: a URL is downloaded, a Git repository cloned, a local tar archive unpacked.

Use \`COPY\` where none of that is wanted: it says what it does.`,
  completions: ['ADD ${source} ${destination}', 'ADD --checksum=sha256:${digest} https://${url} ${destination}'],
};
