/** What an embed shows at first, as the promise that a text around it can make. */
import type { StepState } from '#engine/solver/record.ts';
import type { Expected, ToldBuild } from '../vocabulary.ts';

/** A step that was stopped never ran: to a reader it is one that was not needed. */
const words: Record<StepState, Expected> = { cached: 'hit', rebuilt: 'miss', failed: 'fail', 'not-needed': 'skip', stopped: 'skip' };

export const expectedOf = ({ steps }: ToldBuild): readonly Expected[] => steps.map(({ state }) => words[state]);
