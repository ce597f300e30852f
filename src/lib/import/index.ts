/** Bringing one's own context: what was dropped or picked → an action of the log. Loaded when somebody does so. */
import { archiveKind } from './archive.ts';
import { itemOf, sourceOfItems } from './folder.ts';
import { holdsImage } from './image-archive.ts';
import type { Imported, ImportOptions } from './imported.ts';
import type { Picked } from './picked.ts';
import { readArchive } from './read-archive.ts';
import { readSource } from './read-source.ts';

export { starterFor } from './starter.ts';
export { summarySentence } from './sentence.ts';

/** Reads what was dropped or picked: one archive is unpacked, one folder is taken for the whole, several things become a folder. */
export async function readPicked(picked: readonly Picked[], options: ImportOptions = {}): Promise<Imported> {
  const archive = await onlyFile(picked);
  const kind = archive && (await archiveKind(archive).catch(() => undefined));
  if (archive && kind === 'tar' && (await holdsImage(archive).catch(() => false))) return { kind: 'image', file: archive };
  if (archive && kind) return readArchive(archive, options);
  return readSource(() => sourceOfItems(picked.map(itemOf)), options);
}

/** The one file that was picked, where it was one file. */
async function onlyFile([picked, second]: readonly Picked[]): Promise<File | undefined> {
  if (!picked || second || picked.kind === 'list') return undefined;
  if (picked.kind === 'file') return picked.file;
  if (picked.kind === 'handle') return picked.handle.kind === 'file' ? picked.handle.getFile().catch(() => undefined) : undefined;
  const { entry } = picked;
  return entry.isFile ? new Promise((resolve) => (entry as FileSystemFileEntry).file(resolve, () => resolve(undefined))) : undefined;
}
