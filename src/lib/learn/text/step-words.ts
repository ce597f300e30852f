/** Words by which a lesson names a step → words for its reader. */
import { t } from '#messages/index.ts';

/** `final: COPY --from=build` → `COPY --from=build in the final stage`; of alternatives (`npm ci | npm install`) the first is said. */
export function stepWords(words: string): string {
  const [first = words] = words.split(' | ');
  const [, stage, step] = /^([A-Za-z][\w.-]*): (.+)$/s.exec(first.trim()) ?? [];
  if (stage === undefined || step === undefined) return first.trim();
  return stage === 'final' ? t('learn.step-in-final', { step }) : t('learn.step-in', { step, stage });
}
