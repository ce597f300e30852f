/** The blast radii of all files and build arguments of a build, as one table to send and to draw. */
import { stepsOf } from './radius.ts';
import type { Radius } from './radius.ts';

/** Rows by what they do: files of one outcome behave alike. A JSON value. */
export interface RadiusMatrix {
  /** Ids of the steps, in the order of `reach` of every outcome. */
  readonly steps: readonly string[];
  readonly outcomes: readonly Radius[];
  /** Place in `outcomes` by path; files that are missing were not worked out: no try was left. */
  readonly files: Readonly<Record<string, number>>;
  /** Place in `outcomes` by the name of a build argument. */
  readonly args: Readonly<Record<string, number>>;
  /** Builds that were made to find out. */
  readonly tries: number;
}

/** A matrix of what was found; equal radii become one outcome. */
export function radiusMatrix(steps: readonly string[], files: ReadonlyMap<string, Radius>, args: ReadonlyMap<string, Radius>, tries: number): RadiusMatrix {
  const outcomes: Radius[] = [];
  const known = new Map<string, number>();
  const places = new Map<Radius, number>();
  const placeOf = (radius: Radius): number => {
    let at = places.get(radius);
    if (at !== undefined) return at;
    const name = `${radius.time} ${radius.bytes} ${radius.reach.join(' ')}`;
    at = known.get(name) ?? outcomes.push(radius) - 1;
    known.set(name, at);
    places.set(radius, at);
    return at;
  };
  // Names that people choose: `__proto__` is one like any other.
  const table = (radii: ReadonlyMap<string, Radius>) => Object.fromEntries([...radii].map(([name, radius]) => [name, placeOf(radius)]));
  return { steps, files: table(files), args: table(args), outcomes, tries };
}

/** Ids of the steps that an edit of each file, or another value of each argument, runs again; equal lists are one. */
export function stepsByName(matrix: RadiusMatrix, of: 'files' | 'args'): ReadonlyMap<string, readonly string[]> {
  const steps = matrix.steps.map((id) => ({ id }));
  const ids = matrix.outcomes.map((outcome) => stepsOf(outcome, steps));
  return new Map(Object.entries(matrix[of]).map(([name, at]) => [name, ids[at]!]));
}
