/** What a person can point at: a drop or the browser's own picker. Small, because it must be there before anybody does. */
import { t } from '#messages/index.ts';

/** A directory handle as the File System Access API has it; not every DOM library declares its listing. */
export interface DirectoryHandle {
  readonly kind: 'directory';
  readonly name: string;
  values(): AsyncIterable<DirectoryHandle | FileHandle>;
}

export interface FileHandle {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
}

/** One thing that was dropped or picked. */
export type Picked =
  | { readonly kind: 'handle'; readonly handle: DirectoryHandle | FileHandle }
  | { readonly kind: 'entry'; readonly entry: FileSystemEntry }
  | { readonly kind: 'file'; readonly file: File }
  /** A folder as `<input webkitdirectory>` gives it: all its files, each with its path. */
  | { readonly kind: 'list'; readonly files: readonly File[] };

/** What something is called before anything of it is read. */
export function nameOf(picked: readonly Picked[]): string {
  const [only, second] = picked;
  if (!only || second) return t('import.things', { n: picked.length });
  if (only.kind === 'handle') return only.handle.name;
  if (only.kind === 'entry') return only.entry.name;
  return only.kind === 'file' ? only.file.name : (only.files[0]?.webkitRelativePath.split('/')[0] ?? t('import.the-folder'));
}

type HandleItem = DataTransferItem & { getAsFileSystemHandle?: () => Promise<DirectoryHandle | FileHandle | null> };

/** Whether something with files is being dragged; their names come only with the drop. */
export const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') ?? false;

/** What was dropped. Must be called in the event itself: after it, the browser has taken its contents away. */
export function takeDrop(transfer: DataTransfer): Promise<readonly Picked[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file') as HandleItem[];
  const taken = items.map((item) => ({ handle: item.getAsFileSystemHandle?.(), entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return Promise.all(
    taken.map(async ({ handle, entry, file }): Promise<Picked | undefined> => {
      const found = await handle?.catch(() => undefined);
      if (found) return { kind: 'handle', handle: found };
      if (entry) return { kind: 'entry', entry };
      return file ? { kind: 'file', file } : undefined;
    }),
  ).then((picked) => picked.filter((one) => one !== undefined));
}

type WithPicker = typeof globalThis & { showDirectoryPicker?: () => Promise<DirectoryHandle> };

/** Whether folders can be picked here; some phones know only files. */
export const picksFolders = (): boolean => 'showDirectoryPicker' in globalThis || 'webkitdirectory' in HTMLInputElement.prototype;

/** Asks for a folder: lazily, where the browser has handles, so that what is kept out is never listed. None where the person changes their mind. */
export async function pickFolder(): Promise<readonly Picked[]> {
  const { showDirectoryPicker } = globalThis as WithPicker;
  if (!showDirectoryPicker) return pickFiles((input) => (input.webkitdirectory = true)).then((files) => (files.length > 0 ? [{ kind: 'list', files }] : []));
  try {
    return [{ kind: 'handle', handle: await showDirectoryPicker.call(globalThis) }];
  } catch {
    return [];
  }
}

/** Asks for a zip or a tar. */
export async function pickArchive(): Promise<readonly Picked[]> {
  const files = await pickFiles((input) => (input.accept = '.zip,.tar,.gz,.tgz,.bz2,.tbz,.tbz2,.xz,.txz,.zst,.tzst,application/zip,application/x-tar,application/gzip'));
  return files.map((file) => ({ kind: 'file', file }));
}

function pickFiles(set: (input: HTMLInputElement) => void): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.hidden = true;
    set(input);
    const done = (files: readonly File[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done([]));
    document.body.append(input);
    input.click();
  });
}
