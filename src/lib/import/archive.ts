/** Which kind of archive a file is, by its first bytes, and its project. */
import { shown } from './archive-names.ts';
import { Unreadable } from './imported.ts';
import type { Source } from './item.ts';
import { openTar } from './tar.ts';
import { openZip } from './zip.ts';

export type ArchiveKind = 'zip' | 'tar' | 'other';

const magics: readonly (readonly [ArchiveKind, number, readonly number[]])[] = [
  ['zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['zip', 0, [0x50, 0x4b, 0x05, 0x06]],
  ['tar', 0, [0x1f, 0x8b]],
  ['tar', 0, [0x42, 0x5a, 0x68]],
  ['tar', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['tar', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['tar', 257, [0x75, 0x73, 0x74, 0x61, 0x72]],
  ['other', 0, [0x52, 0x61, 0x72, 0x21]],
  ['other', 0, [0x37, 0x7a, 0xbc, 0xaf]],
];

/** What a file is; `other` is an archive that is not read here, undefined any other file. */
export async function archiveKind(file: File): Promise<ArchiveKind | undefined> {
  const head = new Uint8Array(await file.slice(0, 512).arrayBuffer());
  const known = magics.find(([, at, magic]) => magic.every((byte, i) => head[at + i] === byte));
  if (known) return known[0];
  if (/\.zip$/i.test(file.name)) return 'zip';
  return /\.(?:tar(?:\.\w+)?|tgz|tbz2?|txz|tzst)$/i.test(file.name) ? 'tar' : undefined;
}

/** The project in an archive. Fails with an `Unreadable`. */
export async function openArchive(file: File): Promise<Source> {
  const kind = await archiveKind(file);
  if (kind === 'zip') return openZip(file);
  if (kind === 'tar') return openTar(file);
  throw new Unreadable('import.no-archive', { name: shown(file.name) });
}
