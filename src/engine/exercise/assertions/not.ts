/** What is not so. */
import type { Assertion, Assertions, Subject } from '../assertion.ts';
import { assertionKeys, assertions } from './index.ts';

export const not: Assertion<'not'> = {
  key: 'not',
  about: 'image',
  judge(subject, claimed) {
    const all = assertionKeys(claimed).every((key) => holds(key, subject, claimed));
    return all ? { holds: false, because: { id: 'exercise.holds' } } : { holds: true };
  },
};

function holds<K extends keyof Assertions>(key: K, subject: Subject, claimed: Assertions): boolean {
  return (assertions[key] as unknown as Assertion<K>).judge(subject, claimed[key] as NonNullable<Assertions[K]>).holds;
}
