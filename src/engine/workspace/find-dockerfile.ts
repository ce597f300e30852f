/** Which file of a context is its Dockerfile, where nobody has said so. */

const ranks: readonly RegExp[] = [/^Dockerfile$/, /^dockerfile$/, /^Containerfile$/, /^.+\.[Dd]ockerfile$/, /^[Dd]ockerfile\..+$/];

/** How likely a name is a Dockerfile's, 0 the most; undefined for other files. */
function rankOf(name: string): number | undefined {
  if (name.endsWith('.dockerignore')) return undefined;
  const rank = ranks.findIndex((pattern) => pattern.test(name));
  return rank < 0 ? undefined : rank;
}

/**
 * The Dockerfile among context paths: the one nearest the root, there `Dockerfile` (what `docker build` takes by itself) before
 * `dockerfile`, `Containerfile`, `name.Dockerfile` and `Dockerfile.name`, then the first by name. Undefined where there is none.
 */
export function findDockerfile(paths: Iterable<string>): string | undefined {
  let best: { readonly path: string; readonly depth: number; readonly rank: number } | undefined;
  for (const path of paths) {
    const rank = rankOf(path.slice(path.lastIndexOf('/') + 1));
    if (rank === undefined) continue;
    const depth = path.split('/').length;
    const before = best ? depth - best.depth || rank - best.rank || (path < best.path ? -1 : 1) : -1;
    if (before < 0) best = { path, depth, rank };
  }
  return best?.path;
}
