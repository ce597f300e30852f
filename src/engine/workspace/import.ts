/** The action that takes a folder or an archive of the reader's for the whole context, and the tree that it makes. */
import { dirOf, described, file, fromBase64, symlink } from '../fs/index.ts';
import type { DirNode, Node } from '../fs/node.ts';
import type { Message } from '../source/message.ts';
import { pathProblem } from './path.ts';

/** An entry of an import. Exactly one of `text`, `base64`, `size`, `target` and `dir` is there. */
export interface ImportedFile {
  /** Context path, without a leading slash. */
  readonly path: string;
  /** Bytes that are UTF-8. */
  readonly text?: string;
  /** Any other bytes. */
  readonly base64?: string;
  /** Bytes of a file that nobody read, because the ignore file keeps it out. */
  readonly size?: number;
  /** A symbolic link's text. */
  readonly target?: string;
  /** A folder; named where it is empty, has a mode of its own, or was not looked into. */
  readonly dir?: true;
  /** Permission bits; 0644 for files and 0755 for folders where absent. */
  readonly mode?: number;
}

/**
 * Replaces the context. What it makes is another project: its builds start anew with an empty cache, its options with none but
 * the Dockerfile's place. Modified times are those of the import: they are in no cache key, and nobody's business.
 */
export interface ImportAction {
  readonly type: 'import';
  /** What it was called: `my-app`, `my-app.zip` without the ending. */
  readonly name: string;
  readonly files: readonly ImportedFile[];
}

/** What an import may hold; the readers refuse more before they read it, the reducer refuses it in any log. */
export const importLimits = {
  /** Files, folders and links that are named. */
  entries: 20_000,
  /** Bytes that are read. */
  bytes: 64_000_000,
  /** Names in a path. */
  depth: 64,
} as const;

type Draft = Map<string, Draft | Node>;

/** The context of an import, or what is wrong with the entry that cannot be. Linear in what it holds; order makes no difference. */
export function importedContext({ files }: Pick<ImportAction, 'files'>, mtime: number): DirNode | Message {
  if (files.length > importLimits.entries) return { id: 'actions.import-files', values: { n: importLimits.entries } };
  const root: Draft = new Map();
  const modes = new Map<Draft, number>();
  for (const entry of files) {
    const names = entry.path.split('/');
    const problem: Message | undefined = names.length > importLimits.depth ? { id: 'actions.import-depth', values: { n: importLimits.depth } } : pathProblem(entry.path);
    if (problem) return { id: 'actions.import-entry', values: { path: entry.path.slice(0, 200), problem } };
    const folder = folderOf(root, entry.dir ? names : names.slice(0, -1));
    if (!folder) return clash(entry.path);
    if (entry.dir) {
      if (entry.mode !== undefined) modes.set(folder, entry.mode & 0o7777);
      continue;
    }
    const name = names.at(-1)!;
    if (folder.has(name)) return clash(entry.path);
    folder.set(name, nodeOf(entry, mtime));
  }
  return finished(root, modes, mtime);
}

const clash = (path: string): Message => ({ id: 'actions.import-twice', values: { path } });

/** The folder at a path, made where it is missing; undefined where a file is in the way. */
function folderOf(root: Draft, names: readonly string[]): Draft | undefined {
  let folder = root;
  for (const name of names) {
    const there = folder.get(name);
    if (there instanceof Map) folder = there;
    else if (there) return undefined;
    else {
      const made: Draft = new Map();
      folder.set(name, made);
      folder = made;
    }
  }
  return folder;
}

function nodeOf(entry: ImportedFile, mtime: number): Node {
  if (entry.target !== undefined) return symlink(entry.target, { mtime });
  const meta = { mtime, mode: (entry.mode ?? 0o644) & 0o7777 };
  if (entry.size !== undefined) return described(Math.max(0, Math.trunc(entry.size)), entry.path, meta);
  return file(entry.text ?? fromBase64(entry.base64 ?? ''), meta);
}

function finished(draft: Draft, modes: ReadonlyMap<Draft, number>, mtime: number): DirNode {
  const entries = [...draft].map(([name, held]): [string, Node] => [name, held instanceof Map ? finished(held, modes, mtime) : held]);
  const mode = modes.get(draft);
  return dirOf(entries, { mtime, ...(mode === undefined ? {} : { mode }) });
}
