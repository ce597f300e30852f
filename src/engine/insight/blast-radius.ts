/** Which steps a change of one file would run again: found by making the change and building, not by guessing from paths. */
import { bytesOf, file, get, put } from '../fs/index.ts';
import type { DirNode, FileNode } from '../fs/node.ts';
import type { BuildResult } from '../solver/build.ts';
import type { BuildRecord } from '../solver/record.ts';
import { fileClasses, stepsReached } from './file-classes.ts';
import type { FileClass, TracedBuild } from './file-classes.ts';

/** A dry run of the next build over some other context, with the cache that the last dry run left. */
export type Probe = (context: DirNode) => BuildResult;

type Radii = Map<string, readonly string[]>;

/**
 * For each of the paths, the ids of the steps that would not stay cached if that file alone got a line more.
 * `probe` must start from a cache in which `context` as it stands is built.
 */
export function blastRadius(context: DirNode, paths: readonly string[], probe: Probe): ReadonlyMap<string, readonly string[]> {
  return new Map(paths.map((path) => [path, rebuiltBy(context, path, probe)]));
}

/** A large context, and what is known of the build that reads it. */
export interface LargeContext {
  readonly context: DirNode;
  readonly paths: readonly string[];
  readonly traced: TracedBuild;
  /** Files that say what is built: each is changed by itself. */
  readonly frontend: ReadonlySet<string>;
  /** Most changes that are tried. */
  readonly most: number;
}

/**
 * The same for many files at once. What no command looks into follows from who copies it. Of files that the same commands look
 * into, one is changed for all of them, and, while there are tries left, another to see whether they agree; where they do not,
 * each is changed by itself. Files that no try was left for are left out.
 */
export function largeBlastRadius({ context, paths, traced, frontend, most }: LargeContext, probe: Probe): ReadonlyMap<string, readonly string[]> {
  const radii: Radii = new Map();
  let left = most;
  const tried = (path: string): readonly string[] | undefined => {
    const known = radii.get(path);
    if (known || left === 0) return known;
    left--;
    const steps = rebuiltBy(context, path, probe);
    radii.set(path, steps);
    return steps;
  };
  const unchanged = probe(context).record;
  const always = new Set(rerunSteps(unchanged));
  const open: FileClass[] = [];
  for (const each of fileClasses(context, paths.filter((path) => !frontend.has(path)), traced)) {
    if (each.opened || (always.size > 0 && each.edges.size > 0)) open.push(each);
    else {
      const reached = stepsReached(each, traced);
      const steps = unchanged.steps.flatMap(({ id }) => (reached.has(id) || always.has(id) ? id : []));
      for (const path of each.paths) radii.set(path, steps);
    }
  }
  for (const path of paths) if (frontend.has(path)) tried(path);
  open.sort((a, b) => b.paths.length - a.paths.length);
  for (const { paths: [first = ''] } of open) tried(first);
  for (const { paths: alike } of open) agree(alike, tried, radii);
  return new Map(paths.flatMap((path) => (radii.has(path) ? [[path, radii.get(path)!]] : [])));
}

/** Lets the first of some files speak for all of them, unless the last one says something else. */
function agree(alike: readonly string[], tried: (path: string) => readonly string[] | undefined, radii: Radii): void {
  const first = tried(alike[0] ?? '');
  if (!first) return;
  const last = tried(alike.at(-1) ?? '');
  if (last && !sameSteps(first, last)) for (const path of alike) tried(path);
  else for (const path of alike) radii.set(path, first);
}

const sameSteps = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id, i) => id === b[i]);

function rebuiltBy(context: DirNode, path: string, probe: Probe): readonly string[] {
  const node = get(context, path);
  if (node?.type !== 'file') return [];
  const { record } = probe(put(context, path, lengthened(node)));
  return rerunSteps(record);
}

/** Ids of the steps that a build ran. */
export const rerunSteps = ({ steps }: BuildRecord): readonly string[] =>
  steps.filter(({ state }) => state === 'rebuilt' || state === 'failed').map(({ id }) => id);

/** The file with a newline more: a change that every reader of its bytes sees and no parser minds. */
function lengthened(node: FileNode): FileNode {
  const { content } = node;
  if (content.kind === 'described') return { ...node, content: { ...content, seed: `${content.seed}+` }, mtime: node.mtime + 1 };
  const bytes = bytesOf(content);
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  longer[bytes.length] = 10;
  return { ...file(longer, node), mtime: node.mtime + 1 };
}
