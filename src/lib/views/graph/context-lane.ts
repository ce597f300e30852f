/** The lane of context files at the far left: six rows at most, grouped by the steps that read them. */
import type { FileEntry } from '#engine/workspace/snapshot.ts';
import type { StepRecord } from '#engine/solver/record.ts';
import { t } from '#messages/index.ts';
import { visibleText } from '#lib/ui/visible-text.ts';
import { folderNames } from './folder-names.ts';
import type { Bracket, ContextLane, FileRow } from './geometry.ts';
import { shortenPaths } from './label.ts';
import { contextPaths, takesIn } from './reads.ts';

const ROW = 24;
const CHIP = 21;
const GROUP_SPACE = 12;
const MOST_ROWS = 6;
const BRACKET_STEP = 10;
/** Width of a character in a row's label. */
const ADVANCE = 6.9;

/** A row before it has a place. */
interface Entry {
  readonly path: string;
  readonly name: string;
  readonly paths: readonly string[];
  readonly readers: readonly string[];
  readonly edited: boolean;
}

interface Request {
  readonly files: readonly FileEntry[];
  readonly edited: ReadonlySet<string>;
  readonly steps: readonly StepRecord[];
  /** Middle of a step's stratum. */
  readonly middle: (step: string) => number;
  readonly x: number;
  readonly top: number;
  /** Baseline of the lane's name. */
  readonly head: number;
  readonly width: number;
}

/** Undefined where no step reads the context. */
export function layoutContext(request: Request): ContextLane | undefined {
  const readers = request.steps.filter((step) => contextPaths(step.reads).length > 0);
  const files = request.files.filter((file) => file.type !== 'dir' && file.ignored === undefined);
  if (readers.length === 0 || files.length === 0) return undefined;
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  const rows = placeRows(foldRows(files, readers, request.edited), request);
  return {
    head: { x: request.x, y: request.head },
    role: t(request.width < 110 ? 'graph.role-context-brief' : 'graph.role-context', { n: files.length, size: { bytes } }),
    width: request.width,
    rows,
    brackets: bracketsOf(rows, readers, request),
  };
}

/** Files → at most six rows: files where they fit, then folders with counts, then the rest; edited files always stay. */
function foldRows(files: readonly FileEntry[], readers: readonly StepRecord[], edited: ReadonlySet<string>): readonly Entry[] {
  const readersOf = (path: string) => readers.filter((step) => takesIn(contextPaths(step.reads), path)).map((step) => step.id);
  const single = (path: string): Entry => ({ path, name: path, paths: [path], readers: readersOf(path), edited: edited.has(path) });
  const order = new Map(readers.map((step, i) => [step.id, i]));
  const entries = files.map((file) => single(file.path));
  const rank = (entry: Entry) => Math.min(...entry.readers.map((id) => order.get(id)!), readers.length);
  const sorted = (list: readonly Entry[]) =>
    [...list].sort((a, b) => rank(a) - rank(b) || b.readers.length - a.readers.length || Number(a.paths.length > 1) - Number(b.paths.length > 1) || (aside(a.path) - aside(b.path)));
  if (entries.length <= MOST_ROWS) return sorted(entries);

  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const slash = entry.path.indexOf('/');
    const key = entry.edited || slash < 0 ? entry.path : `${entry.path.slice(0, slash + 1)}\0${entry.readers.join()}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  let folded: readonly Entry[] = distinct([...groups].map(([key, list]) => (list.length === 1 ? list[0]! : merge(key.slice(0, key.indexOf('\0')), list))));
  if (folded.length > MOST_ROWS) {
    const ranked = [...folded].sort((a, b) => Number(b.edited) - Number(a.edited) || b.readers.length - a.readers.length || aside(a.path) - aside(b.path));
    const kept = new Set(ranked.slice(0, MOST_ROWS - 1));
    const rest = folded.filter((entry) => !kept.has(entry));
    const most = rest.reduce((a, b) => (b.readers.length < a.readers.length ? b : a));
    const count = rest.reduce((sum, entry) => sum + entry.paths.length, 0);
    folded = [...folded.filter((entry) => kept.has(entry)), { path: '', name: t('graph.more-files', { n: count }), paths: rest.flatMap((entry) => entry.paths), readers: most.readers, edited: rest.some((entry) => entry.edited) }];
  }
  return sorted(folded);
}

/** What is rarely edited goes into the rest first: the build's own files, then hidden ones. */
function aside(path: string): number {
  if (path === '') return 3;
  if (path.startsWith('.') || /(^|\/)\.[^/]+$/.test(path)) return 2;
  return /(^|\/|\.)[Dd]ockerfile(\.|$)/.test(path) ? 1 : 0;
}

/** Entries as they are called: a row's path is what it is found by, so no two may have the same. */
function distinct(entries: readonly Entry[]): readonly Entry[] {
  const names = folderNames(entries);
  return entries.map((entry, at) => (names[at] === entry.path ? entry : { ...entry, path: names[at]!, name: names[at]! }));
}

function merge(folder: string, list: readonly Entry[]): Entry {
  return { path: folder, name: folder, paths: list.flatMap((entry) => entry.paths), readers: list[0]!.readers, edited: list.some((entry) => entry.edited) };
}

/** Rows stand above the middle of the step that reads them first, so that no line from them goes up, if there is room. */
function placeRows(entries: readonly Entry[], request: Request): readonly FileRow[] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last[0]!.readers.join() === entry.readers.join()) last.push(entry);
    else groups.push([entry]);
  }
  const latest: number[] = [];
  let below = Infinity;
  for (let i = groups.length - 1; i >= 0; i--) {
    const reader = groups[i]![0]!.readers[0];
    const last = Math.min(reader === undefined ? Infinity : request.middle(reader), below);
    latest[i] = last - ROW * (groups[i]!.length - 1);
    below = latest[i]! - ROW - GROUP_SPACE;
  }
  const labels = new Map<Entry, string>();
  const named = entries.filter(({ path }) => path !== '');
  shortenPaths(named.map((entry) => ({ path: visibleText(entry.name), limit: limitOf(entry, request.width) }))).forEach((label, at) => labels.set(named[at]!, label));
  const rows: FileRow[] = [];
  let free = request.top + ROW / 2;
  groups.forEach((group, i) => {
    let middle = Math.max(free, Number.isFinite(latest[i]!) ? latest[i]! : free);
    for (const entry of group) {
      rows.push({
        key: entry.path,
        path: entry.path,
        label: labels.get(entry) ?? entry.name,
        paths: entry.paths,
        edited: entry.edited,
        readers: entry.readers,
        x: request.x - 6,
        y: middle - CHIP / 2,
        width: request.width + 6,
        height: CHIP,
      });
      middle += ROW;
    }
    free = middle + GROUP_SPACE;
  });
  return rows;
}

/** Characters that fit beside a row's sign or count. */
function limitOf(entry: Entry, width: number): number {
  return Math.floor((width - 6 - (entry.edited ? 20 : 0) - (entry.paths.length > 1 ? 24 : 0)) / ADVANCE);
}

/** One bracket for each set of rows that steps read, the smallest next to the rows. */
function bracketsOf(rows: readonly FileRow[], readers: readonly StepRecord[], request: Request): readonly Bracket[] {
  const sets = new Map<string, { members: readonly number[]; steps: string[] }>();
  for (const step of readers) {
    const members = rows.flatMap((row, i) => (row.readers.includes(step.id) ? [i] : []));
    if (members.length === 0) continue;
    const key = members.join();
    const set = sets.get(key) ?? { members, steps: [] };
    set.steps.push(step.id);
    sets.set(key, set);
  }
  const ordered = [...sets.values()].sort((a, b) => a.members.length - b.members.length);
  return ordered.map(({ members, steps }, i) => {
    const x = request.x + request.width + 8 + i * BRACKET_STEP;
    const first = rows[members[0]!]!;
    const last = rows[members[members.length - 1]!]!;
    const top = first.y + 1;
    const bottom = last.y + last.height - 1;
    const whole = members.length === members[members.length - 1]! - members[0]! + 1;
    const teeth = whole ? '' : members.slice(1, -1).map((at) => `M${x - 4} ${rows[at]!.y + CHIP / 2}H${x}`).join('');
    return { d: `M${x - 4} ${top}H${x}V${bottom}H${x - 4}${teeth}`, x, top, bottom, steps };
  });
}
