/** What a scene has to show, as actions: for a talk over a scene in which nothing was done yet. */
import type { Action } from './action.ts';
import type { SceneInfo } from './snapshot.ts';

/** More kinds of commit than these, twice over, would tire a class. */
const MOST_EDITS = 3;

/**
 * The commits of a scene that are made most often, a build after each, with the Dockerfile as it was and then with the well ordered
 * one; in a scene without commits, what it offers to try. `first` is the number of the first commit: each has its own.
 */
export function rehearsalOf({ versions, edits = [], tries = [] }: SceneInfo, first: number): readonly Action[] {
  const build: Action = { type: 'build' };
  const likely = [...edits].sort((a, b) => b.weight - a.weight).slice(0, MOST_EDITS);
  if (likely.length === 0) return tries.flatMap(({ action }) => [action, build]);
  let n = first;
  const commits = () => likely.flatMap(({ label }): Action[] => [{ type: 'commit', edit: label, n: n++ }, build]);
  return versions ? [...commits(), { type: 'version', name: versions.now === 'good' ? 'bad' : 'good' }, build, ...commits()] : commits();
}
