import { atLeast } from '../cli/arguments.ts';
import type { Command } from '../cli/command.ts';
import { described } from '../../fs/index.ts';
import { findImage, formatReference, listImages, parseReference, sortedImages, withDefaultTag, type StoredImage } from '../../image/index.ts';
import { writeArchive } from '../../image/archive/index.ts';
import { fromArray } from '../../run/system/byte-string.ts';
import { keepArchive } from '../images/archives.ts';

/** `docker save`. */
export const saveCommand: Command = {
  paths: ['save', 'image save'],
  use: '[OPTIONS] IMAGE [IMAGE...]',
  about: 'Save one or more images to a tar archive (streamed to STDOUT by default)',
  aliases: ['docker image save', 'docker save'],
  flags: `
  -o, --output string     Write to a file, instead of STDOUT
      --platform string   Save only the given platform variant. Formatted as "os[/arch[/variant]]" (e.g., "linux/amd64")
`,
  takes: atLeast(1),
  run({ flags, args, session }) {
    const images: StoredImage[] = [];
    for (const name of args) {
      const image = findImage(session.images, name);
      if ('error' in image) return session.refuse(image.error);
      const parsed = parseReference(name);
      const whole = !('error' in parsed) && parsed.tag === undefined && parsed.digest === undefined && session.images.images.has(formatReference(withDefaultTag(parsed)));
      const repository = 'error' in parsed ? '' : `${parsed.domain}/${parsed.path}:`;
      images.push(...(whole ? sortedImages(session.images).filter((one) => one.name.startsWith(repository)) : [image]));
    }
    const file = flags.text('output');
    const archive = writeArchive(session.images, images);
    const size = images.reduce((sum, { target }) => sum + (listImages(session.images).find((row) => row.target.digest === target.digest)?.content ?? 0), 10_240);
    const content = archive.ok ? { kind: 'bytes' as const, bytes: archive.bytes } : described(size, `archive of ${images.map(({ name, target }) => `${name} ${target.digest}`).join(' ')}`).content;
    if (!archive.ok) keepArchive(content, session.images, images);
    if (file === undefined) {
      if (!archive.ok) return session.err('docker save: the archive of an image that stands on a base image can be written to a file only: use --output FILE.\n');
      session.process.out(fromArray(archive.bytes));
      return 0;
    }
    const wrong = session.writeContent(session.path(file), content);
    if (!wrong) return 0;
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
    return session.err(`failed to save image: invalid output path: stat ${folder}: ${wrong.error}\n`);
  },
};
