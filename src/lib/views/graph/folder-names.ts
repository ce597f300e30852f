/** Names of folders in the context lane, where one folder stands in several rows because different steps read its parts. */
import type { FileRow } from './geometry.ts';

type Named = Pick<FileRow, 'path' | 'paths'>;

/** True of a row that stands for several files of a folder; not of single files, and not of the rest. */
export function isFolder(row: Named): boolean {
  return row.path !== '' && row.paths.length > 1 && row.path !== row.paths[0];
}

/**
 * A name for each row, no two alike: the folder; where that is taken by another row, the deeper folder that all of the row's
 * files share, or the ending that they share (`src/*.csproj`).
 */
export function folderNames(rows: readonly Named[]): readonly string[] {
  const taken = new Map<string, number>();
  for (const { path } of rows) taken.set(path, (taken.get(path) ?? 0) + 1);
  const used = new Set<string>();
  return rows.map((row) => {
    const shared = isFolder(row) && taken.get(row.path)! > 1;
    const narrower = shared ? [commonFolder(row.paths), commonEnding(row)] : [];
    let name = narrower.find((one) => one !== undefined && !used.has(one) && !taken.has(one)) ?? row.path;
    for (let more = 2; used.has(name); more++) name = `${row.path} ${more}`;
    used.add(name);
    return name;
  });
}

/** `frontend/src/` of `frontend/src/a.js` and `frontend/src/b/c.js`. */
function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').slice(0, -1));
  const differs = first.findIndex((part, at) => others.some((other) => other[at] !== part));
  return `${first.slice(0, differs < 0 ? undefined : differs).join('/')}/`;
}

/** `src/*.csproj` where all of the row's files end alike. */
function commonEnding({ path, paths }: Named): string | undefined {
  const [ending, ...others] = new Set(paths.map((file) => /\.[^./]+$/.exec(file)?.[0]));
  return ending === undefined || others.length > 0 ? undefined : `${path}*${ending}`;
}
