import { goJoin } from './paths.ts';

/** Paths that are read of a context → what the client is asked to send; nothing is all of it (`normalizeContextPaths`). */
export function followPaths(paths: ReadonlySet<string>): readonly string[] {
  if (paths.has('/')) return [];
  return [...paths].map((path) => goJoin('.', path)).sort();
}
