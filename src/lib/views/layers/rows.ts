/** The files of a layer as the rows of a tree: folders are opened one by one, and what is in them comes when they are. */
import type { Ghost } from '#engine/insight/image/image-report.ts';
import type { LayerFile } from '#engine/insight/image/layer-files.ts';

export type Sign = 'added' | 'changed' | 'removed' | 'kept' | 'ghost';

export interface Row {
  readonly file: LayerFile;
  /** From 1. */
  readonly level: number;
  readonly sign: Sign;
  readonly open: boolean;
  /** Place among its siblings from 1, and their number. */
  readonly at: number;
  readonly of: number;
}

export interface Rows {
  readonly rows: readonly Row[];
  /** Folders whose contents are cut, with how many rows are left out. */
  readonly cut: ReadonlyMap<string, number>;
}

/** Rows of one folder that are shown. */
export const mostRows = 400;

export const signs: Readonly<Record<Sign, { readonly sign: string; readonly word: string }>> = {
  added: { sign: '+', word: 'added' },
  changed: { sign: '~', word: 'changed' },
  removed: { sign: '−', word: 'hides what is below' },
  kept: { sign: '·', word: 'folder around changes' },
  ghost: { sign: '', word: 'ghost: deleted later, still here' },
};

/** What a file of a layer is; a folder is a ghost where all of its bytes are ones. */
export function signOf({ path, type, change, size }: LayerFile, layer: number, ghosts: readonly Ghost[]): Sign {
  if (change === 'removed') return 'removed';
  const own = ghosts.filter(({ layers, path: ghost }) => layers.includes(layer) && (ghost === path || ghost.startsWith(`${path}/`)));
  if (type !== 'dir') return own.some((ghost) => ghost.path === path) ? 'ghost' : change;
  const bytes = own.reduce((sum, ghost) => sum + ghost.bytes, 0);
  return size > 0 && bytes >= size ? 'ghost' : change;
}

/** The rows that are in sight: `folders` has what was asked for so far, `open` which folders are opened. */
export function rowsOf(folders: ReadonlyMap<string, readonly LayerFile[]>, open: ReadonlySet<string>, layer: number, ghosts: readonly Ghost[]): Rows {
  const rows: Row[] = [];
  const cut = new Map<string, number>();
  const visit = (folder: string, level: number): void => {
    const files = folders.get(folder) ?? [];
    if (files.length > mostRows) cut.set(folder, files.length - mostRows);
    for (const [at, file] of files.slice(0, mostRows).entries()) {
      const opened = file.type === 'dir' && file.change !== 'removed' && open.has(file.path);
      rows.push({ file, level, sign: signOf(file, layer, ghosts), open: opened, at: at + 1, of: files.length });
      if (opened) visit(file.path, level + 1);
    }
  };
  visit('', 1);
  return { rows, cut };
}

/** `a/b/c` → `a`, `a/b`. */
export function foldersAbove(path: string): readonly string[] {
  const names = path.split('/');
  return names.slice(1).map((_, at) => names.slice(0, at + 1).join('/'));
}
