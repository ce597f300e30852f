/** The context as the classic client sends it: one tar of everything that its ignore file lets through, in every build. */
import { findIgnoreFile, sendContext } from '../../context/index.ts';
import { contentSize, forEachBelow, get, put } from '../../fs/index.ts';
import type { DirNode } from '../../fs/index.ts';
import { utf8Length } from '../../source/utf8.ts';
import { ownedByRoot } from '../owned-by-root.ts';

export interface ContextArchive {
  /** What the build sees. */
  readonly root: DirNode;
  /** Bytes of the tar. */
  readonly size: number;
}

const block = 512;
const longestName = 100;

/** Only `.dockerignore` counts, not BuildKit's `Dockerfile.dockerignore`. It and the Dockerfile travel even where it names them, and are then taken out again. */
export function contextArchive(context: DirNode, dockerfile: string): ContextArchive | { readonly error: string } {
  const ignore = findIgnoreFile(context, '');
  if (ignore?.error) return { error: ignore.error.message };
  const sent = sendContext(context, ignore);
  if ('error' in sent) return sent;
  const root = ownedByRoot(sent.root);
  const extra = [dockerfile, '.dockerignore'].reduce((tree, path) => {
    const node = get(context, path);
    return node?.type === 'file' && !get(tree, path) ? put(tree, path, node) : tree;
  }, root);
  return { root, size: tarSize(extra) };
}

/** A header and whole blocks for each entry, two empty blocks at the end; long names take an extended header more. */
function tarSize(root: DirNode): number {
  let size = 2 * block;
  forEachBelow(root, (path, node) => {
    size += block;
    if (node.type === 'file') size += Math.ceil(contentSize(node.content) / block) * block;
    if (utf8Length(path) > longestName) size += 2 * block;
  });
  return size;
}
