/** Which files of the context a step reads, by the paths as its instruction writes them. */
import type { BuildRecord } from '#engine/solver/record.ts';
import type { StepRead } from '#engine/graph/plan.ts';

/** Whether one of the written paths (`/`, `/go.*`, `/web`) takes in this file of the context. */
export function takesIn(paths: readonly string[], file: string): boolean {
  const parts = segments(file);
  return paths.some((path) => {
    const pattern = segments(path);
    return pattern.length <= parts.length && pattern.every((segment, i) => matches(segment, parts[i]!));
  });
}

/** The paths of the context that a step reads, by COPY, ADD or a bind mount; empty where it reads none. */
export function contextPaths(reads: readonly StepRead[]): readonly string[] {
  return reads.flatMap((read) => (read.kind === 'context' ? read.paths : []));
}

/** Ids of the cache mounts that a build has filled; none where there is no build. */
export function cachesOf(record: BuildRecord | undefined): ReadonlySet<string> {
  return new Set(record?.steps.flatMap(({ state, reads }) => (state === 'rebuilt' || state === 'cached' ? reads.flatMap((read) => (read.kind === 'cache' ? [read.id] : [])) : [])));
}

function segments(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.');
}

/** One segment against a pattern of Go's `path.Match`: `*`, `?`, `[a-z]`, `[^a]` and `\` before a character. */
function matches(pattern: string, name: string): boolean {
  if (!/[*?[\\]/.test(pattern)) return pattern === name;
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!;
    if (c === '*') source += '[^]*';
    else if (c === '?') source += '[^]';
    else if (c === '[' && pattern.indexOf(']', i + 2) > 0) {
      const end = pattern.indexOf(']', i + 2);
      source += pattern.slice(i, end + 1).replace(/\\/g, '\\\\');
      i = end;
    } else source += (c === '\\' ? (pattern[++i] ?? '') : c).replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  }
  try {
    return new RegExp(`^${source}$`, 'u').test(name);
  } catch {
    return false;
  }
}
