/** What is not so. */
import type { Assertion } from '../assertion.ts';
import { assertionKeys, findingOf } from './index.ts';

export const not: Assertion<'not'> = {
  key: 'not',
  about: 'image',
  judge(subject, claimed) {
    const all = assertionKeys(claimed).every((key) => findingOf(key, subject, claimed).holds);
    return all ? { holds: false, because: { id: 'exercise.holds' } } : { holds: true };
  },
};
