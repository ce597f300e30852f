/** A tree out of a flat list of paths: what archives and file inputs come as. */
import { importLimits } from '#engine/workspace/import.ts';
import { Unreadable } from './imported.ts';
import type { FileItem, LinkItem, ListedFolder } from './item.ts';

/** More entries than this are not even listed. */
export const LISTED_ENTRIES = 200_000;

interface Draft {
  readonly children: Map<string, Draft | FileItem | LinkItem>;
  mode: number | undefined;
}

const draft = (): Draft => ({ children: new Map(), mode: undefined });

/** Grows by entry after entry; what comes later takes the place of a file or link of the same path, as in unpacking. */
export class FileTree {
  readonly #root = draft();
  #entries = 0;

  addFolder(names: readonly string[], mode?: number): void {
    this.#folder(names).mode = mode;
  }

  add(names: readonly string[], item: FileItem | LinkItem): void {
    const folder = this.#folder(names.slice(0, -1));
    if (isDraft(folder.children.get(item.name))) throw new Unreadable('import.file-and-folder', { path: names.join('/') });
    this.#count();
    folder.children.set(item.name, item);
  }

  /** The file or link at a path, for a hard link to it. */
  find(names: readonly string[]): FileItem | LinkItem | undefined {
    let at: Draft | FileItem | LinkItem | undefined = this.#root;
    for (const name of names) at = isDraft(at) ? at.children.get(name) : undefined;
    return isDraft(at) ? undefined : at;
  }

  /** The folder of it all. */
  root(name: string): ListedFolder {
    return folderItem(name, this.#root);
  }

  #folder(names: readonly string[]): Draft {
    if (names.length >= importLimits.depth) throw new Unreadable('import.too-deep', { n: importLimits.depth });
    let at = this.#root;
    names.forEach((name, i) => {
      let next = at.children.get(name);
      if (next === undefined) {
        this.#count();
        at.children.set(name, (next = draft()));
      }
      if (!isDraft(next)) throw new Unreadable('import.below-a-file', { path: names.slice(0, i + 1).join('/') });
      at = next;
    });
    return at;
  }

  #count(): void {
    if (++this.#entries > LISTED_ENTRIES) throw new Unreadable('import.too-many', { n: LISTED_ENTRIES });
  }
}

function isDraft(held: Draft | FileItem | LinkItem | undefined): held is Draft {
  return held !== undefined && 'children' in held;
}

function folderItem(name: string, { children, mode }: Draft): ListedFolder {
  return {
    kind: 'folder',
    name,
    listed: true,
    ...(mode === undefined ? {} : { mode }),
    *list() {
      for (const [below, held] of children) yield isDraft(held) ? folderItem(below, held) : held;
    },
  };
}
