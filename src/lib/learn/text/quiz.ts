/** What the answer to a quiz comes to. */
import type { Quiz } from '#lib/lessons/lesson.ts';

type Options = Pick<Quiz, 'options'>;

/** Exactly the right options were chosen. */
export function quizRight({ options }: Options, chosen: readonly number[]): boolean {
  return options.every(({ right }, at) => right === chosen.includes(at));
}

/** By misconception: how many options could have shown it, and how many did. */
export function quizBeliefs({ options }: Options, chosen: readonly number[]): Readonly<Record<string, { readonly met: number; readonly wrong: number }>> {
  const beliefs: Record<string, { met: number; wrong: number }> = {};
  for (const [at, { belief, right }] of options.entries()) {
    if (belief === undefined) continue;
    const before = beliefs[belief] ?? { met: 0, wrong: 0 };
    beliefs[belief] = { met: before.met + 1, wrong: before.wrong + (chosen.includes(at) !== right ? 1 : 0) };
  }
  return beliefs;
}
