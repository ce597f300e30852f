import type { CopyCommand } from '../instruction.ts';
import { readFlags } from './flags.ts';
import { sourceOf, success, type InstructionSpec } from './instruction-spec.ts';
import { chmod, chown, exclude, expandSourcesAndDest, link, noDestination, readSourcesAndDest } from './sources-and-dest.ts';

/** Copies files from the context, a stage or an image. */
export const copy: InstructionSpec<CopyCommand> = {
  keyword: 'COPY',
  form: 'json-or-list',
  heredocs: true,
  flags: [
    chmod,
    chown,
    exclude,
    { name: 'from', kind: 'text', placeholder: 'stage|image|context', documentation: 'Copies from a stage, an image or a named context instead of the build context. Variables are not expanded here.' },
    link,
    { name: 'parents', kind: 'bool', since: '1.20', documentation: 'Keeps the directories of each source: `COPY --parents a/b.txt /x/` makes `/x/a/b.txt`. A `/./` in the source cuts off what is before it.' },
  ],
  read(node) {
    if (node.args.length < 2) return noDestination('COPY');
    const flags = readFlags(node.flags, copy.flags);
    if (!flags.ok) return flags;
    const files = readSourcesAndDest(node, flags.value, 'COPY');
    if (!files.ok) return files;
    return success({
      type: 'COPY',
      ...sourceOf(node),
      ...files.value,
      from: flags.value.text('from'),
      parents: flags.value.bool('parents') ?? false,
    });
  },
  expand: expandSourcesAndDest,
  expands: 'Sources, destination, `--chown`, `--chmod`, and inline files whose `<<NAME` is not quoted; not `--from`, not `--exclude`.',
  usage: ['COPY [flags] <source>... <destination>', 'COPY [flags] ["<source>", "<destination>"]'],
  documentation: `Copies files and directories from the build context, another stage or an image. Makes a layer.

- Of a directory its *contents* are copied, not the directory.
- A destination that ends with \`/\`, or several sources, mean a directory.
- The step is cached as long as the bytes, names and permissions of what it copies stay the same; times do not count.`,
  completions: ['COPY ${source} ${destination}', 'COPY --from=${stage} ${source} ${destination}', 'COPY <<EOF ${destination}'],
};
