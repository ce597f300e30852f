/** Build contexts to measure with: a monorepo of services, as deep and as mixed as real ones. */
import { dirOf, file, put } from '#engine/fs/index.ts';
import type { DirNode, Node } from '#engine/fs/index.ts';
import { Random } from './random.ts';

const filesInFolder = 20;
const foldersInService = 25;
const endings = ['ts', 'ts', 'ts', 'go', 'json', 'md', 'test.ts', 'map', 'png', 'log'];

/** Paths of a monorepo with so many files: `services/s17/src/f3/file-12.test.ts`. */
export function monorepoPaths(files: number, top = 'services'): readonly string[] {
  const random = new Random(5);
  return Array.from({ length: files }, (_, at) => {
    const folder = Math.floor(at / filesInFolder);
    return `${top}/s${Math.floor(folder / foldersInService)}/src/f${folder % foldersInService}/file-${at % filesInFolder}.${random.pick(endings)}`;
  });
}

const mtime = Date.UTC(2026, 0, 1);

interface Folder {
  readonly folders: Map<string, Folder>;
  readonly files: (readonly [string, Node])[];
}

const newFolder = (): Folder => ({ folders: new Map(), files: [] });

const dirOfFolder = ({ folders, files }: Folder): DirNode =>
  dirOf([...files, ...[...folders].map(([name, folder]) => [name, dirOfFolder(folder)] as const)], { mtime });

/** A tree with a file of a few hundred bytes at each path. Every call makes new nodes, of which nothing is known yet. */
export function contextOf(paths: readonly string[]): DirNode {
  const root = newFolder();
  for (const path of paths) {
    const names = path.split('/');
    let folder = root;
    for (const name of names.slice(0, -1)) {
      const next = folder.folders.get(name) ?? newFolder();
      folder.folders.set(name, next);
      folder = next;
    }
    folder.files.push([names.at(-1)!, file(`// ${path}\n`.repeat(8), { mtime })]);
  }
  return dirOfFolder(root);
}

/** The context with one file written anew; another text for every round. */
export const withEdit = (root: DirNode, path: string, round: number): DirNode => put(root, path, file(`// edit ${round}\n`, { mtime: mtime + round }));
