/** The files of two images set against each other. */
import { changedEntries, sameContent, textOf, walk } from '../../fs/index.ts';
import type { DirNode, Node } from '../../fs/node.ts';
import type { FileDifference } from './outcome.ts';

/** Two texts that differ because the sides do: `COPY . .` takes each side's own Dockerfile into its image. */
export interface OwnTexts {
  readonly left: string;
  readonly right: string;
}

/** Paths that are named. */
const named = 5;

/** What differs between two trees; folders count by the files in them. */
export function differences(left: DirNode, right: DirNode, own: readonly OwnTexts[]): FileDifference {
  const found = { left: 0, right: 0, changed: 0, paths: [] as string[] };
  const note = (kind: 'left' | 'right' | 'changed', path: string) => {
    found[kind]++;
    if (found.paths.length < named) found.paths.push(path);
  };
  const alone = (kind: 'left' | 'right', node: Node, path: string) => {
    if (node.type !== 'dir') note(kind, path);
    else for (const [below, each] of walk(node)) if (each.type !== 'dir') note(kind, `${path}/${below}`);
  };
  const compare = (a: DirNode, b: DirNode, above: string): void => {
    for (const [name, before, after] of changedEntries(a.entries, b.entries)) {
      const path = above === '' ? name : `${above}/${name}`;
      if (before?.type === 'dir' && after?.type === 'dir') {
        if (!sameMeta(before, after)) note('changed', path);
        compare(before, after, path);
      } else if (before && after) {
        if (!sameEntry(before, after, own)) note('changed', path);
      } else if (before) alone('left', before, path);
      else if (after) alone('right', after, path);
    }
  };
  compare(left, right, '');
  return found;
}

export const isSame = ({ left, right, changed }: FileDifference): boolean => left + right + changed === 0;

const sameMeta = (a: Node, b: Node): boolean => a.mode === b.mode && a.uid === b.uid && a.gid === b.gid;

function sameEntry(a: Node, b: Node, own: readonly OwnTexts[]): boolean {
  if (a.type !== b.type || !sameMeta(a, b)) return false;
  if (a.type === 'symlink' && b.type === 'symlink') return a.target === b.target;
  if (a.type !== 'file' || b.type !== 'file' || sameContent(a.content, b.content)) return true;
  if (a.content.kind !== 'bytes' || b.content.kind !== 'bytes') return false;
  const texts = [textOf(a), textOf(b)];
  return own.some(({ left, right }) => left === texts[0] && right === texts[1]);
}
