/** What an operation says about its cache key: BuildKit's `solver.CacheMap`. */
import type { Digest, Selector } from '../../fs/index.ts';

/** How one input of an operation enters its key. */
export interface CacheDep {
  /** Digest over the selected paths; empty where the input is taken as a whole. */
  readonly selector: Digest | '';
  /** What a content key is computed over; absent where only the input's own keys count. */
  readonly content?: readonly Selector[];
  /** The paths that are read of it, for the record; absent where all of it is. */
  readonly paths?: readonly string[];
}

/** The key of an operation, still without those of its inputs. */
export interface CacheMap {
  /** sha256 over the operation, or `random:…` for a result that belongs to one session. */
  readonly digest: string;
  readonly deps: readonly CacheDep[];
  /** The operation's ingredients as labelled text. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Paths below another path of the list are dropped, the rest sorted (`ops/exec.go: dedupePaths`). */
export function dedupePaths(paths: readonly string[]): string[] {
  const all = [...new Set(paths)];
  if (all.length < 2) return all;
  const below = (path: string, parent: string) => path !== parent && path.startsWith(parent.endsWith('/') ? parent : `${parent}/`);
  return all.filter((path) => !all.some((parent) => below(path, parent))).sort();
}
