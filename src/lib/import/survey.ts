/** The first look at a source: what is there and what the ignore file keeps out, without reading a file or looking into a folder that is left out whole. */
import { ContextFilter } from '#engine/context/filter.ts';
import type { IgnoreFile } from '#engine/context/index.ts';
import type { ParentMatches } from '#engine/fs/index.ts';
import { importLimits } from '#engine/workspace/import.ts';
import { pathProblem } from '#engine/workspace/path.ts';
import { isJunk, shown } from './archive-names.ts';
import { Unreadable } from './imported.ts';
import type { FolderItem, Item } from './item.ts';

export interface Found {
  readonly path: string;
  readonly item: Item;
  /** For a folder: nothing is in it, or nobody looked. */
  readonly bare: boolean;
}

export interface Survey {
  /** What the build can read. */
  readonly kept: readonly Found[];
  /** What the ignore file keeps out, as far as there is room for it among the entries. */
  readonly out: readonly Found[];
  /** Files and whole folders that are kept out. */
  readonly outCount: number;
}

/** Looks through a source. `visit` is called now and then with the number of files found, and can end it all by throwing. */
export async function survey(root: FolderItem, ignore: IgnoreFile | undefined, visit: (files: number) => void): Promise<Survey> {
  const filter = new ContextFilter(undefined, ignore?.matcher);
  const kept: Found[] = [];
  const out: Found[] = [];
  const whole: Found[] = [];
  let outCount = 0;
  const byTop = new Map<string, number>();

  const look = async (folder: FolderItem, names: readonly string[], parent: ParentMatches | undefined): Promise<number> => {
    let held = 0;
    for await (const item of folder.list()) {
      const place = [...names, item.name];
      if (isJunk(place)) continue;
      held++;
      const path = place.join('/');
      const verdict = filter.visit(path, item.kind === 'folder', undefined, parent);
      if (verdict.kept) check(place, path, item.kind === 'folder');
      if (item.kind === 'folder' && verdict.enter) {
        const below = place.length < importLimits.depth ? await look(item, place, verdict.exclude) : 0;
        (verdict.kept ? kept : out).push({ path, item, bare: below === 0 });
        continue;
      }
      if (verdict.kept) kept.push({ path, item, bare: true });
      else {
        outCount++;
        (item.kind === 'folder' ? whole : out).push({ path, item, bare: true });
      }
      visit(kept.length);
    }
    return held;
  };

  const check = (place: readonly string[], path: string, folder: boolean) => {
    const top = place[0] ?? '';
    if (place.length > 1) byTop.set(top, (byTop.get(top) ?? 0) + 1);
    if (place.length + (folder ? 1 : 0) > importLimits.depth) throw new Unreadable('import.too-deep-in', { n: importLimits.depth, path: shown(place.slice(0, 3).join('/')) });
    if (kept.length >= importLimits.entries) throw tooMany(byTop);
    const problem = pathProblem(path);
    if (problem) throw new Unreadable('import.bad-path', { path: shown(path), problem });
  };

  await look(root, [], undefined);
  const room = importLimits.entries - kept.length;
  return { kept, out: [...out, ...(await unfolded(whole, room - out.length))].slice(0, room), outCount };
}

function tooMany(byTop: ReadonlyMap<string, number>): Unreadable {
  const folder = mostly(byTop);
  const n = importLimits.entries;
  return folder === undefined ? new Unreadable('import.too-many', { n }) : new Unreadable('import.too-many-in', { n, folder });
}

/** The folder that has more than half of everything: `node_modules`. */
export function mostly(byTop: ReadonlyMap<string, number>): string | undefined {
  const all = [...byTop.values()].reduce((sum, n) => sum + n, 0);
  const [top, n] = [...byTop].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0] as const);
  return n * 2 > all ? shown(top) : undefined;
}

/** Folders that are left out whole, with all that is in them where that is known without looking and there is room for it. */
async function unfolded(folders: readonly Found[], room: number): Promise<Found[]> {
  const found: Found[] = [];
  for (const folder of folders) {
    const below = folder.item.kind === 'folder' && folder.item.listed ? await everything(folder.item, folder.path, room - found.length) : undefined;
    if (below) found.push(...below);
    else found.push(folder);
  }
  return found;
}

/** All files below a listed folder; undefined where there are more than there is room for, none at all, or paths that cannot be. */
async function everything(folder: FolderItem, path: string, room: number): Promise<Found[] | undefined> {
  const found: Found[] = [];
  const todo: [FolderItem, string][] = [[folder, path]];
  for (let next = todo.pop(); next; next = todo.pop()) {
    for await (const item of next[0].list()) {
      const place = `${next[1]}/${item.name}`;
      if (item.kind === 'folder') todo.push([item, place]);
      else if (isJunk([item.name])) continue;
      else if (pathProblem(place) || found.length >= room) return undefined;
      else found.push({ path: place, item, bare: true });
    }
  }
  return found.length > 0 ? found : undefined;
}
