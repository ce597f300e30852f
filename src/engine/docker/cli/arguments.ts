/** How many arguments a command takes, in the words of docker's `cli/required.go`. */

/** Absent: any number. */
export interface ArgumentRule {
  readonly least?: number;
  readonly most?: number;
  /** Said as a number where it is none: `requires 0 arguments`. */
  readonly exact?: true;
}

/** None at all. */
export const noArguments: ArgumentRule = { most: 0 };
/** So many, no more and no less. */
export const exactly = (count: number): ArgumentRule => ({ least: count, most: count, exact: true });
/** So many or more. */
export const atLeast = (count: number): ArgumentRule => ({ least: count });
/** None up to so many. */
export const atMost = (count: number): ArgumentRule => ({ most: count });
/** From so many to so many. */
export const between = (least: number, most: number): ArgumentRule => ({ least, most });

/** The complaint about a number of arguments, or undefined; `path` is `docker tag`, `use` its usage line. */
export function argumentProblem({ least = 0, most = Infinity, exact }: ArgumentRule, count: number, path: string, use: string): string | undefined {
  if (count >= least && count <= most) return undefined;
  const tell = (what: string, run = 'Run') => `docker: '${path}' ${what}\n\nUsage:  ${use}\n\n${run} '${path} --help' for more information`;
  if (most === 0 && !exact) return tell('accepts no arguments');
  if (least === most) return tell(`requires ${plural(least)}`);
  if (most === Infinity) return tell(`requires at least ${plural(least)}`, 'See');
  if (least === 0) return tell(`requires at most ${plural(most)}`, 'SRun');
  return tell(`requires at least ${least} and at most ${plural(most)}`);
}

const plural = (count: number): string => `${count} ${count === 1 ? 'argument' : 'arguments'}`;
