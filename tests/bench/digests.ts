/** The content digest of a large context: BuildKit's, of all that a `COPY . .` reads. */
import { contentDigest } from '#engine/fs/index.ts';
import type { DirNode } from '#engine/fs/index.ts';
import { contextOf, monorepoPaths, withEdit } from './contexts.ts';
import { medianOf } from './measure.ts';
import { ms, times, type Table } from './report.ts';

const files = 100_000;
const editGoal = 0.5;
const ratioGoal = 1000;

const digest = (root: DirNode) => contentDigest(root, [{ path: '/' }], { localRoot: true });

export function digests(): Table {
  const paths = monorepoPaths(files);
  const freshDigest = () => {
    const root = contextOf(paths);
    return () => digest(root);
  };
  const first = medianOf(freshDigest, 5);
  const root = contextOf(paths);
  digest(root);
  const edit = medianOf((round) => () => digest(withEdit(root, paths[(round * 7919) % files]!, round)), 300, 50);
  return {
    title: 'digests: the content digest of a context',
    note: `${files.toLocaleString('en')} files; the edit writes one of them and includes the new tree`,
    rows: [
      { name: 'first digest', ours: ms(first) },
      { name: 'after one edit', ours: ms(edit), goal: `< ${editGoal} ms`, met: edit < editGoal },
      { name: 'first, in edits', ours: times(first / edit), goal: `≥ ${times(ratioGoal)}`, met: first >= ratioGoal * edit },
    ],
  };
}
