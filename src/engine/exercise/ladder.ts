/** Which hints there are for the trouble at hand. */
import type { Ladder } from './exercise.ts';
import type { CheckResult } from './judgement.ts';

/** The first ladder whose conditions all hold; `error`: all that the last build said, where it failed. */
export function ladderFor(ladders: readonly Ladder[], results: readonly CheckResult[], error: string | undefined): Ladder | undefined {
  const state = new Map(results.map(({ id, state: how }) => [id, how]));
  return ladders.find(({ when }) => {
    if (!when) return true;
    const failing = (when.fails ?? []).every((id) => state.get(id) !== 'passed');
    const passing = (when.passes ?? []).every((id) => state.get(id) === 'passed');
    return failing && passing && (when.error === undefined || (error?.includes(when.error) ?? false));
  });
}
