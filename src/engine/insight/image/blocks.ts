/** The largest parts of a layer as areas of a picture. */
import type { LayerEntry } from '../../fs/index.ts';

/** A folder or a file as an area. */
export interface Block {
  readonly path: string;
  readonly bytes: number;
  readonly files: number;
  /** `ghost`: deleted later and still there; `twice`: stored again by a later layer. */
  readonly waste?: 'ghost' | 'twice';
  /** Parts that it stands for together, under no path: what there is no room for one by one. */
  readonly rest?: number;
}

interface Folder {
  bytes: number;
  files: number;
  ghost: number;
  twice: number;
  readonly folders: Map<string, Folder>;
  leaf: boolean;
}

const newFolder = (leaf: boolean): Folder => ({ bytes: 0, files: 0, ghost: 0, twice: 0, folders: new Map(), leaf });

/** Most areas of a layer. */
const mostBlocks = 14;

/** The largest parts of a layer: folders are opened as long as one of their parts is most of them or there is room. */
export function blocksOf(entries: readonly LayerEntry[], wasteOf: (path: string) => 'ghost' | 'twice' | undefined): readonly Block[] {
  const root = newFolder(false);
  for (const { path, type, size, whiteout } of entries) {
    if (whiteout || type === 'dir' || size === 0) continue;
    const waste = wasteOf(path);
    let folder = root;
    const parts = path.split('/');
    for (const [at, part] of ['', ...parts].entries()) {
      if (at > 0) {
        let next = folder.folders.get(part);
        if (!next) folder.folders.set(part, (next = newFolder(at === parts.length)));
        folder = next;
      }
      folder.bytes += size;
      folder.files++;
      if (waste) folder[waste] += size;
    }
  }
  let open: { readonly path: string; readonly folder: Folder }[] = [{ path: '', folder: root }];
  while (open.length < mostBlocks) {
    const widest = open.filter(({ folder }) => !folder.leaf && folder.folders.size > 0).sort((a, b) => b.folder.bytes - a.folder.bytes)[0];
    if (!widest) break;
    const inside = [...widest.folder.folders].map(([name, folder]) => ({ path: widest.path === '' ? name : `${widest.path}/${name}`, folder }));
    if (open.length - 1 + inside.length > mostBlocks * 2 && open.length > 1) break;
    open = [...open.filter((one) => one !== widest), ...inside];
    if (inside.length > mostBlocks * 2) break;
  }
  const sorted = open.filter(({ folder }) => folder.bytes > 0).sort((a, b) => b.folder.bytes - a.folder.bytes);
  const shown = sorted.slice(0, mostBlocks).map(({ path, folder }) => blockOf(path, folder));
  const rest = sorted.slice(mostBlocks);
  if (rest.length > 0) shown.push({ path: '', rest: rest.length, bytes: rest.reduce((sum, { folder }) => sum + folder.bytes, 0), files: rest.reduce((sum, { folder }) => sum + folder.files, 0) });
  return shown;
}

function blockOf(path: string, { bytes, files, ghost, twice }: Folder): Block {
  const waste = ghost > bytes / 2 ? 'ghost' : twice > bytes / 2 ? 'twice' : undefined;
  return { path: path === '' ? '/' : path, bytes, files, ...(waste && { waste }) };
}
