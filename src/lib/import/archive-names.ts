/** Paths inside an archive, none of which is trusted. */
import { Unreadable } from './imported.ts';
import type { ListedFolder, Source } from './item.ts';

/** The names of a path, without a slash in front and without `.`; none for the archive's own folder. A way out of it is refused. */
export function namesIn(path: string): string[] {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  if (names.includes('..')) throw new Unreadable('import.leads-out', { path: shown(path) });
  if (path.includes('\0')) throw new Unreadable('import.nul', { path: shown(path) });
  return names;
}

/** A name from an archive as a message can hold it. */
export function shown(path: string): string {
  const plain = path.replace(/[\x00-\x1f\x7f]/g, '\ufffd');
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain;
}

/** What macOS leaves in folders and archives and no build wants: `.DS_Store`, `__MACOSX`. */
export function isJunk(names: readonly string[]): boolean {
  return names[0] === '__MACOSX' || names.at(-1) === '.DS_Store';
}

/** The source whose single folder is taken for the whole, as archives of a project hold it. */
export function withoutWrapper(name: string, root: ListedFolder): Source {
  const held = [...root.list()];
  const [only] = held;
  return held.length === 1 && only?.kind === 'folder' ? { name: only.name, root: only } : { name, root };
}

/** `my-app.tar.gz` → `my-app`. */
export function withoutEnding(name: string): string {
  return name.replace(/\.(?:zip|tar|tgz|tbz2?|txz|tzst|tar\.[a-z0-9]+|gz|bz2|xz|zst)$/i, '') || name;
}
