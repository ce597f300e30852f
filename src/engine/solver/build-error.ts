import type { Digest } from '../fs/index.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { LineRange, Range } from '../source/range.ts';
import type { ActiveVertex } from './ops/active-vertex.ts';
import type { BuildError } from './record.ts';
import type { SolveError } from './schedule/solve-error.ts';

/** A step's failure as the build's error, at the lines of the Dockerfile that the step comes from. */
export function solveError(error: SolveError, vertices: ReadonlyMap<Digest, ActiveVertex>, dockerfile: string): BuildError {
  const vertex = error.vertex && vertices.get(error.vertex)?.vertex;
  const diagnostic: Diagnostic = {
    code: 'build',
    severity: 'error',
    message: error.message,
    range: rangeOf(dockerfile, vertex?.lines ?? []),
    lines: vertex?.lines ?? [],
  };
  return { message: error.message, diagnostic, ...(error.vertex && { vertex: error.vertex }) };
}

/** From the start of the first line to the end of the last; nothing where there are none. */
function rangeOf(text: string, lines: readonly LineRange[]): Range {
  if (lines.length === 0) return { from: 0, to: 0 };
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1), text.length + 1];
  const first = Math.min(...lines.map((range) => range.first));
  const last = Math.max(...lines.map((range) => range.last));
  return { from: starts[first - 1] ?? 0, to: (starts[last] ?? text.length + 1) - 1 };
}
