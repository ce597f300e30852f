/** What an embed shows at first, as the promise that a text around it can make. */
import type { StepState } from '#engine/solver/record.ts';
import type { Expected, ToldBuild } from '../vocabulary.ts';

/** A step that was stopped never ran: to a reader it is one that was not needed. */
const words: Record<StepState, Expected> = { cached: 'hit', rebuilt: 'miss', failed: 'fail', 'not-needed': 'skip', stopped: 'skip' };

/** Undefined as long as it is a question that the reader has not answered. */
export function expectedOf({ steps }: ToldBuild): readonly Expected[] | undefined {
  const expected = steps.flatMap(({ state }) => (state === 'veiled' ? [] : [words[state]]));
  return expected.length === steps.length ? expected : undefined;
}
