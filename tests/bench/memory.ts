/** Memory of a large tree, its contents left out. Needs `node --expose-gc`, which main.ts gives. */
import { contentDigest, dirOf, file } from '#engine/fs/index.ts';
import type { Content, DirNode } from '#engine/fs/index.ts';
import type { Table } from './report.ts';

const folders = 5000;
const filesInFolder = 20;
const files = folders * filesInFolder;
const goal = 200;

/** Bytes in use on the heap and beside it, after everything unreachable is gone. */
function used(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function tree(contents: readonly Content[]): DirNode {
  const folder = (at: number) =>
    dirOf(
      Array.from({ length: filesInFolder }, (_, i) => [`file-${at}-${i}.ts`, file(contents[at * filesInFolder + i]!, { mtime: Date.UTC(2026, 0, 1) + at })] as const),
      { mtime: Date.UTC(2026, 0, 1) },
    );
  return dirOf(Array.from({ length: folders }, (_, at) => [`folder-${at}`, folder(at)] as const));
}

export function memory(): Table {
  const contents = Array.from({ length: files }, (_, at): Content => ({ kind: 'bytes', bytes: Uint8Array.of(at, at >> 8, at >> 16) }));
  contentDigest(tree(contents), [{ path: '/' }]);
  const before = used();
  const root = tree(contents);
  const made = used();
  const digest = contentDigest(root, [{ path: '/' }]);
  const hashed = used();
  const each = (bytes: number) => Math.round(bytes / files);
  const perFile = each(made - before);
  return {
    title: 'memory: bytes per file of a tree, beyond contents',
    note: `${files.toLocaleString('en')} files in ${folders.toLocaleString('en')} folders, names and folders included; digest of the tree: ${String(digest).slice(0, 19)}… over ${contents.length.toLocaleString('en')} contents`,
    rows: [
      { name: 'name, metadata and place in the tree', ours: `${perFile} B`, goal: `< ${goal} B`, met: perFile < goal },
      { name: 'and with a digest for each', ours: `${each(hashed - before)} B` },
    ],
  };
}
