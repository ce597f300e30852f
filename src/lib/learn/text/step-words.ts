/** Steps in words for a lesson's reader: by what its author calls them, and by their instructions. */
import { t } from '#messages/index.ts';

/** The flags in front of a command say little of it and hide it in a narrow row: `RUN --mount=… --network=none make` → `RUN … make`, as the graph has it. */
export const withoutFlags = (instruction: string): string => instruction.replace(/^(RUN) (?:--[\w-]+(?:=\S+)? )+(?=\S)/i, '$1 … ');

/** `final: COPY --from=build` → `COPY --from=build in the final stage`; of alternatives (`npm ci | npm install`) the first is said. */
export function stepWords(words: string): string {
  const [first = words] = words.split(' | ');
  const [, stage, step] = /^([A-Za-z][\w.-]*): (.+)$/s.exec(first.trim()) ?? [];
  if (stage === undefined || step === undefined) return first.trim();
  return stage === 'final' ? t('learn.step-in-final', { step }) : t('learn.step-in', { step, stage });
}
