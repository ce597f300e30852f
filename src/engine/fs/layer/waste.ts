/** What an image stores for nothing: contents that later layers replace or delete, and the efficiency that dive counts. */
import type { LayerEntry } from './entry.ts';
import { OPAQUE, WHITEOUT } from './entry.ts';

/** A path whose bytes are in some layer but not in the image's file system. */
export interface WastedFile {
  /** Relative, without leading slash. */
  readonly path: string;
  /** Bytes that nobody can see any more. */
  readonly bytes: number;
  /** Layers that hold them, bottom is 0. */
  readonly layers: readonly number[];
  /** Layer that replaced or deleted it last. */
  readonly by: number;
  readonly deleted: boolean;
}

export interface Waste {
  /** dive's score: least bytes a path needs, over bytes that all layers spend on it. 1 where nothing is stored twice. */
  readonly efficiency: number;
  readonly bytes: number;
  /** Largest first. */
  readonly files: readonly WastedFile[];
}

interface Path {
  seen: { size: number; layer: number }[];
  wasted: { size: number; layer: number }[];
  by: number;
  deleted: boolean;
  least: number;
  total: number;
}

/** The waste of the entries of an image's layers, bottom first. */
export function wasted(layers: readonly (readonly LayerEntry[])[]): Waste {
  const paths = new Map<string, Path>();
  const pathOf = (path: string): Path => {
    let found = paths.get(path);
    if (!found) paths.set(path, (found = { seen: [], wasted: [], by: 0, deleted: false, least: Infinity, total: 0 }));
    return found;
  };
  const count = (path: Path, size: number) => {
    path.least = Math.min(path.least, size);
    path.total += size;
  };
  const hide = (path: Path, layer: number, deleted: boolean) => {
    path.wasted.push(...path.seen.filter((copy) => copy.layer < layer));
    path.seen = path.seen.filter((copy) => copy.layer >= layer);
    path.by = layer;
    path.deleted = deleted;
  };
  layers.forEach((entries, layer) => {
    for (const entry of entries) {
      const cut = entry.path.lastIndexOf('/') + 1;
      const name = entry.path.slice(cut);
      if (name.startsWith(WHITEOUT)) {
        const gone = entry.path.slice(0, cut) + (name === OPAQUE ? '' : name.slice(WHITEOUT.length));
        const below = name === OPAQUE ? gone : gone + '/';
        let inside = 0;
        for (const [path, state] of paths) {
          if (path !== gone && !path.startsWith(below)) continue;
          if (path !== gone) for (const copy of state.seen) inside += copy.size;
          hide(state, layer, true);
        }
        if (name !== OPAQUE) count(pathOf(gone), inside);
      } else if (entry.type !== 'dir') {
        const state = pathOf(entry.path);
        hide(state, layer, false);
        state.seen.push({ size: entry.size, layer });
        count(state, entry.size);
      }
    }
  });
  let least = 0;
  let total = 0;
  const files: WastedFile[] = [];
  for (const [path, state] of paths) {
    if (Number.isFinite(state.least)) least += state.least;
    total += state.total;
    const bytes = state.wasted.reduce((sum, copy) => sum + copy.size, 0);
    if (bytes > 0) files.push({ path, bytes, layers: state.wasted.map((copy) => copy.layer), by: state.by, deleted: state.deleted });
  }
  files.sort((a, b) => b.bytes - a.bytes);
  return { efficiency: total === 0 ? 1 : least / total, bytes: files.reduce((sum, file) => sum + file.bytes, 0), files };
}
