/** The files of a context → the rows of the blast-radius table: filtered, folded where they behave alike, sorted. */
import type { Radius } from '#engine/insight/radius.ts';
import type { RadiusMatrix } from '#engine/insight/radius-matrix.ts';
import type { FileEntry } from '#engine/workspace/snapshot.ts';

export type SortKey = 'path' | 'size' | 'steps' | 'cost' | 'edits' | 'total';
export type RowFilter = 'all' | 'read' | 'ignored' | 'edited';

export interface RadiusRow {
  /** Unique among the rows. */
  readonly id: string;
  readonly kind: 'file' | 'group' | 'ignored' | 'argument';
  /** The path, the folder that the files of a group have in common, or the argument. */
  readonly name: string;
  /** The path that stands for the row; of a group the first. */
  readonly path: string;
  readonly paths: readonly string[];
  /** A file below its opened group. */
  readonly inner: boolean;
  /** Of a group: whether its files are shown. */
  readonly open: boolean;
  readonly size: number;
  /** Absent where it is not known. */
  readonly radius: Radius | undefined;
  /** Number of steps that run again. */
  readonly steps: number;
  /** Virtual milliseconds of one edit; of a group those of its first file. */
  readonly cost: number | undefined;
  readonly edits: number;
  /** Virtual milliseconds of all edits. */
  readonly total: number;
  readonly ignored?: FileEntry['ignored'];
}

export interface RowsOf {
  readonly matrix: RadiusMatrix;
  readonly files: readonly FileEntry[];
  /** Number of edits by path; 0 where absent. */
  readonly edits: ReadonlyMap<string, number>;
  readonly edited: ReadonlySet<string>;
  readonly sort: SortKey;
  readonly descending: boolean;
  readonly filter: RowFilter;
  readonly fold: boolean;
  /** Ids of the groups that are opened. */
  readonly opened: ReadonlySet<string>;
}

const order = new Intl.Collator('en', { numeric: true });
const byPath = (a: string, b: string) => order.compare(a, b) || (a < b ? -1 : Number(a > b));

/** What is to be worked out once for all files of an outcome. */
interface Worked {
  /** The same cells, and the same time as it is written: what makes files alike. */
  readonly likeness: string;
  readonly steps: number;
  readonly reads: boolean;
}

const untried: Worked = { likeness: '', steps: 0, reads: false };
const known = new WeakMap<Radius, Worked>();

function workedOut(radius: Radius | undefined): Worked {
  if (!radius) return untried;
  let worked = known.get(radius);
  if (!worked) {
    const { reach, time } = radius;
    worked = {
      likeness: `${reach.join(' ')} ${time === undefined ? '' : Math.round(time / 100)}`,
      steps: reach.filter((each) => each === 'reads' || each === 'follows').length,
      reads: reach.includes('reads'),
    };
    known.set(radius, worked);
  }
  return worked;
}

export function rowsOf(asked: RowsOf): readonly RadiusRow[] {
  const { matrix, files, filter, fold, opened } = asked;
  const sent = files.filter((file) => file.type === 'file' && !file.ignored).map((file) => fileRow(asked, file));
  const shown = sent.filter((row) => (filter === 'all' ? true : filter === 'edited' ? row.edits > 0 || asked.edited.has(row.path) : filter === 'read' && workedOut(row.radius).reads));
  const rows = fold ? folded(shown) : shown;
  const sorted = [...rows].sort(comparison(asked)).flatMap((row) => {
    if (row.kind !== 'group' || !opened.has(row.id)) return row;
    const paths = new Set(row.paths);
    return [{ ...row, open: true }, ...shown.filter(({ path }) => paths.has(path)).sort(comparison(asked)).map((each) => ({ ...each, inner: true }))];
  });
  const args = filter === 'all' ? Object.entries(matrix.args).map(([name, at]) => argumentRow(name, matrix.outcomes[at])) : [];
  const kept = filter === 'all' || filter === 'ignored' ? topmostIgnored(files).map((file) => ignoredRow(file)) : [];
  return [...sorted, ...args, ...kept];
}

function comparison({ sort, descending }: RowsOf): (a: RadiusRow, b: RadiusRow) => number {
  const sign = descending ? -1 : 1;
  if (sort === 'path') return (a, b) => sign * byPath(a.path, b.path);
  return (a, b) => sign * ((a[sort] ?? -1) - (b[sort] ?? -1)) || byPath(a.path, b.path);
}

const plain = { inner: false, open: false } as const;

function fileRow({ matrix, edits }: RowsOf, { path, size }: FileEntry): RadiusRow {
  const at = Object.hasOwn(matrix.files, path) ? matrix.files[path] : undefined;
  const radius = at === undefined ? undefined : matrix.outcomes[at];
  const count = edits.get(path) ?? 0;
  return { ...plain, id: `file:${path}`, kind: 'file', name: path, path, paths: [path], size, radius, steps: workedOut(radius).steps, cost: radius?.time, edits: count, total: count * (radius?.time ?? 0) };
}

function argumentRow(name: string, radius: Radius | undefined): RadiusRow {
  return { ...plain, id: `arg:${name}`, kind: 'argument', name, path: name, paths: [], size: 0, radius, steps: workedOut(radius).steps, cost: radius?.time, edits: 0, total: 0 };
}

function ignoredRow({ path, type, size, ignored }: FileEntry): RadiusRow {
  const name = type === 'dir' ? `${path}/` : path;
  return { ...plain, id: `ignored:${path}`, kind: 'ignored', name, path, paths: [path], size, radius: undefined, steps: 0, cost: undefined, edits: 0, total: 0, ignored };
}

/** Ignored files and folders that no ignored folder stands for already. */
function topmostIgnored(files: readonly FileEntry[]): readonly FileEntry[] {
  let below: string | undefined;
  return files.filter(({ path, type, ignored }) => {
    if (below !== undefined && path.startsWith(below)) return false;
    if (ignored && type === 'dir' && files.some((file) => file.path.startsWith(`${path}/`) && !file.ignored)) return false;
    below = ignored && type === 'dir' ? `${path}/` : undefined;
    return ignored !== undefined;
  });
}

/** Files that are alike in one row, where they are more than one. */
function folded(rows: readonly RadiusRow[]): readonly RadiusRow[] {
  const groups = new Map<string, RadiusRow[]>();
  for (const row of rows) {
    const name = workedOut(row.radius).likeness;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return [...groups].flatMap(([name, group]): readonly RadiusRow[] => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const paths = group.map(({ path }) => path);
    const sum = (key: 'size' | 'edits' | 'total') => group.reduce((all, row) => all + row[key], 0);
    return [{ ...first, id: `group:${name}`, kind: 'group', name: commonFolder(paths), paths, size: sum('size'), edits: sum('edits'), total: sum('total') }];
  });
}

/** `src/` for `src/a.ts` and `src/lib/b.ts`; empty where they have none in common. */
export function commonFolder(paths: readonly string[]): string {
  let common = paths[0] ?? '';
  common = common.slice(0, common.lastIndexOf('/') + 1);
  for (const path of paths) while (common !== '' && !path.startsWith(common)) common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
  return common;
}
