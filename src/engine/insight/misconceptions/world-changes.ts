/** What differs between two builds before either begins: files, times, lines of the Dockerfile, arguments, days. */
import { walk } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import type { BuildResult } from '../../solver/build.ts';
import type { BuildRecord } from '../../solver/record.ts';
import { fileChanges } from '../file-changes.ts';

/** What the builder does not know of: the folder with the ignored files in it, and where the build runs. */
export interface Project {
  /** The context as it lay on the disk, at this build and at the one before. */
  readonly now?: DirNode;
  readonly before?: DirNode;
  /** Text of `.dockerignore`. */
  readonly ignore?: string;
  /** The machine had no cache of its own. */
  readonly fresh?: boolean;
  /** With which mode the cache was exported that this build imports. */
  readonly imports?: 'min' | 'max';
}

export interface WorldChanges {
  /** Paths of files whose bytes, mode or name changed, and which of them no build may read. */
  readonly changed: readonly string[];
  readonly ignored: readonly string[];
  /** Paths of files that only have another time. */
  readonly touched: readonly string[];
  /** Keywords of instructions that are others: `LABEL`, `ENV`, `ARG`. */
  readonly instructions: ReadonlySet<string>;
  /** Names of build arguments with another value on the command line. */
  readonly arguments: readonly string[];
  /** Whole days that went by. */
  readonly days: number;
}

const nothing: WorldChanges = { changed: [], ignored: [], touched: [], instructions: new Set(), arguments: [], days: 0 };

const day = 86_400_000;

export function worldChanges(before: BuildResult | undefined, now: BuildResult, project: Project): WorldChanges {
  if (!before) return nothing;
  const [old, tree] = [project.before ?? before.sent, project.now ?? now.sent];
  const changed = old && tree ? fileChanges(old, tree, () => true).map(({ path }) => path) : [];
  const sent = new Set([...pathsOf(before.sent), ...pathsOf(now.sent)]);
  return {
    changed,
    ignored: project.now && now.sent ? changed.filter((path) => !sent.has(path) && path !== now.record.dockerfile.path) : [],
    touched: old && tree ? touchedPaths(old, tree, new Set(changed)) : [],
    instructions: changedInstructions(before.record, now.record),
    arguments: changedKeys(before.record.options.buildArgs ?? {}, now.record.options.buildArgs ?? {}),
    days: Math.floor((now.record.startedAt - before.record.startedAt) / day),
  };
}

/** Whether nothing differs at all, days apart. */
export function isQuiet({ changed, instructions, arguments: given }: WorldChanges): boolean {
  return changed.length === 0 && instructions.size === 0 && given.length === 0;
}

function pathsOf(tree: DirNode | undefined): readonly string[] {
  return tree ? Array.from(walk(tree), ([path]) => path) : [];
}

function touchedPaths(before: DirNode, now: DirNode, changed: ReadonlySet<string>): readonly string[] {
  const times = new Map(Array.from(walk(before), ([path, { mtime }]) => [path, mtime]));
  return Array.from(walk(now)).flatMap(([path, node]) => (node.type === 'file' && !changed.has(path) && times.has(path) && times.get(path) !== node.mtime ? [path] : []));
}

function changedKeys(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => before[name] !== now[name]);
}

/** Keywords of the instructions that one of the two files has and the other has not. */
function changedInstructions(before: BuildRecord, now: BuildRecord): ReadonlySet<string> {
  const [old, text] = [instructions(before.dockerfile.text), instructions(now.dockerfile.text)];
  const only = (these: readonly string[], those: readonly string[]) => these.filter((line) => !those.includes(line));
  return new Set([...only(old, text), ...only(text, old)].map((line) => line.split(/\s/, 1)[0]?.toUpperCase() ?? ''));
}

/** The instructions of a Dockerfile, continued lines joined, comments and blank lines left out. */
function instructions(text: string): readonly string[] {
  const joined = text.replace(/^\s*#.*\n?/gm, '').replace(/[\\`]\s*\n/g, ' ');
  return joined.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}
