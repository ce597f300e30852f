/** The files of a layer as the rows of a tree: folders are opened one by one, and what is in them comes when they are. */
import type { Ghost } from '#engine/insight/image/image-report.ts';
import type { LayerFile } from '#engine/insight/image/layer-files.ts';
import type { MessageId } from '#messages/index.ts';

export type Sign = LayerFile['change'] | 'ghost';

interface Place {
  /** Names the row among all. */
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** Place among its siblings from 1, and their number. */
  readonly at: number;
  readonly of: number;
}

export interface FileRow extends Place {
  readonly kind: 'file';
  readonly file: LayerFile;
  readonly sign: Sign;
  readonly open: boolean;
}

/** The end of a folder whose rows are not all shown yet. */
export interface MoreRow extends Place {
  readonly kind: 'more';
  readonly folder: string;
  /** Rows that are left out. */
  readonly left: number;
}

export type Row = FileRow | MoreRow;

/** Rows of one folder that are shown at first, and that more are added at a time. */
export const mostRows = 400;

export const signs: Readonly<Record<Sign, { readonly sign: string; readonly word: MessageId }>> = {
  added: { sign: '+', word: 'layers.added' },
  changed: { sign: '~', word: 'layers.changed' },
  removed: { sign: '−', word: 'layers.hides-below' },
  kept: { sign: '·', word: 'layers.kept' },
  unchanged: { sign: '', word: 'layers.unchanged' },
  ghost: { sign: '', word: 'layers.ghost-later' },
};

/** What a file of a layer is; a folder is a ghost where all of its bytes are ones. */
export function signOf({ path, type, change, size, layer: from }: LayerFile, layer: number, ghosts: readonly Ghost[]): Sign {
  if (change === 'removed') return 'removed';
  const held = from ?? layer;
  const own = ghosts.filter(({ layers, by, path: ghost }) => layers.includes(held) && by > layer && (ghost === path || ghost.startsWith(`${path}/`)));
  if (type !== 'dir') return own.some((ghost) => ghost.path === path) ? 'ghost' : change;
  const bytes = own.reduce((sum, ghost) => sum + ghost.bytes, 0);
  return size > 0 && bytes >= size ? 'ghost' : change;
}

/** The rows that are in sight: `folders` has what was asked for so far, `open` which folders are opened, `shown` how many rows of a folder where more were asked for. */
export function rowsOf(folders: ReadonlyMap<string, readonly LayerFile[]>, open: ReadonlySet<string>, shown: ReadonlyMap<string, number>, layer: number, ghosts: readonly Ghost[]): readonly Row[] {
  const rows: Row[] = [];
  const visit = (folder: string, level: number): void => {
    const files = folders.get(folder) ?? [];
    const most = shown.get(folder) ?? mostRows;
    const of = Math.min(files.length, most + 1);
    for (const [at, file] of files.slice(0, most).entries()) {
      const opened = file.type === 'dir' && file.change !== 'removed' && open.has(file.path);
      rows.push({ kind: 'file', key: file.path, file, level, sign: signOf(file, layer, ghosts), open: opened, at: at + 1, of });
      if (opened) visit(file.path, level + 1);
    }
    if (files.length > most) rows.push({ kind: 'more', key: `${folder}//more`, folder, level, at: of, of, left: files.length - most });
  };
  visit('', 1);
  return rows;
}

/** `a/b/c` → `a`, `a/b`. */
export function foldersAbove(path: string): readonly string[] {
  const names = path.split('/');
  return names.slice(1).map((_, at) => names.slice(0, at + 1).join('/'));
}
