/** What stops the conversion of a Dockerfile, on its way up. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { LineRange, Range } from '../source/range.ts';

/** BuildKit's text and the places it attached so far, inner first. */
export interface Failure {
  readonly message: string;
  readonly places: readonly Place[];
  /** What the language phase said, where the problem is its. */
  readonly origin?: Diagnostic;
}

export interface Place {
  readonly lines: LineRange;
  readonly range: Range;
}

/** A failure that has a place already, or none. */
export function failure(message: string, ...places: readonly Place[]): Failure {
  return { message, places };
}

/** A problem that the parser or the reader of instructions found. */
export function failureOf(origin: Diagnostic): Failure {
  return { message: origin.message, places: origin.lines.map((lines) => ({ lines, range: origin.range })), origin };
}

/** With one more place around those it has (`parser.WithLocation`). */
export function locatedAt(problem: Failure, place: Place): Failure {
  return { ...problem, places: [...problem.places, { lines: place.lines, range: place.range }] };
}

/** The failure as a value for the reader. */
export function diagnosticOf(problem: Failure): Diagnostic {
  if (problem.origin) return problem.origin;
  return {
    code: 'graph',
    severity: 'error',
    message: problem.message,
    range: problem.places[0]?.range ?? { from: 0, to: 0 },
    lines: problem.places.map((place) => place.lines),
  };
}
