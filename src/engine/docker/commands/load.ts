import { noArguments } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { bytesOf } from '../../fs/index.ts';
import { familiar, isDangling, putImage } from '../../image/index.ts';
import { readArchive } from '../../image/archive/index.ts';
import { toArray } from '../../run/system/byte-string.ts';
import type { Message } from '../../source/message.ts';
import { keptArchive } from '../images/archives.ts';
import { isProblem } from '../session.ts';

/** `docker load`. */
export const loadCommand: Command = {
  paths: ['load', 'image load'],
  use: '[OPTIONS]',
  about: 'Load an image from a tar archive or STDIN',
  aliases: ['docker image load', 'docker load'],
  flags: `
  -i, --input string      Read from tar archive file, instead of STDIN
      --platform string   Load only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")
  -q, --quiet             Suppress the load output
`,
  takes: noArguments,
  run({ flags, session }) {
    const file = flags.text('input');
    const stream = session.process.stream(0);
    const input = file === undefined ? (stream.file?.content ?? { kind: 'bytes' as const, bytes: toArray(session.input()) }) : session.content(session.path(file));
    if (isProblem(input)) return session.err(`open ${file}: ${input.error}\n`);
    const kept = keptArchive(input);
    if (!kept && input.kind === 'bytes' && input.bytes.length === 0) return session.err('unrecognized image format\n');
    const read = kept ? { ok: true as const, images: kept } : input.kind === 'described' ? { ok: false as const, problem: { id: 'image.none-inside' } } : readArchive(bytesOf(input).slice());
    if (!read.ok) return session.err(`${refusal(read.problem)}\n`);
    for (const { image, names } of read.images) {
      session.images = putImage(session.images, image, names.filter((name) => !isDangling(name)), session.now);
      for (const name of names.length > 0 ? names : [image.target.digest]) session.out(isDangling(name) || names.length === 0 ? `Loaded image ID: ${image.target.digest}\n` : `Loaded image: ${familiar(name)}\n`);
    }
    return 0;
  },
};

/** What Docker prints of an archive that cannot be read. */
function refusal({ id, values }: Message): string {
  if (id === 'image.blob-missing') return `content digest ${String(values?.['digest'])}: not found`;
  return id === 'image.none-inside' || id === 'image.none-named' ? 'unrecognized image format' : 'unexpected EOF';
}
