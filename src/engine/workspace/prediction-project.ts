/** What the workspace knows of a build beyond what its builder saw: for naming the belief behind a wrong guess. */
import { findIgnoreFile } from '../context/index.ts';
import { get, textOf } from '../fs/index.ts';
import type { Project } from '../insight/misconceptions/index.ts';
import { earlierBuilds } from './earlier-builds.ts';
import type { State } from './state.ts';

/** The project around a build of the history, by its number. */
export function predictionProject(state: State, build: number): Project {
  const built = state.builds[build - 1];
  if (!built) return {};
  const earlier = earlierBuilds(state, build).flatMap(({ record }) => state.builds[record.number - 1] ?? []);
  const before = earlier.at(-1)?.context;
  const file = findIgnoreFile(built.context, built.record.dockerfile.path)?.file;
  const node = file === undefined ? undefined : get(built.context, file);
  const imported = (built.extras?.cacheFrom ?? []).length > 0;
  const exported = state.builds.slice(0, build - 1).findLast(({ extras }) => (extras?.cacheTo ?? []).length > 0)?.extras?.cacheTo?.[0];
  return {
    now: built.context,
    ...(before && { before }),
    ...(node?.type === 'file' && { ignore: textOf(node) }),
    fresh: build > 1 && earlier.every(({ machine }) => machine !== built.machine),
    ...(imported && exported && { imports: exported.mode ?? 'min' }),
  };
}
