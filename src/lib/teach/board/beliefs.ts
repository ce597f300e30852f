/** Misconceptions as a class board names them: message ids, and the scene whose demonstration refutes each. */
import { misconceptionOf } from '#engine/insight/misconceptions/index.ts';
import type { LessonSheet } from './sheet.ts';

export type Beliefs = Readonly<Record<string, { readonly belief: string; readonly truth: string; readonly scene: string }>>;

/** Those that answers in these lessons can show. */
export function beliefsIn(sheets: readonly LessonSheet[]): Beliefs {
  const named = sheets.flatMap(({ questions }) => questions.flatMap((question) => (question.kind === 'quiz' ? question.options : question.steps).flatMap(({ belief }) => belief ?? [])));
  return Object.fromEntries(
    [...new Set(named)].flatMap((id) => {
      const found = misconceptionOf(id);
      return found ? [[id, { belief: found.belief, truth: found.truth, scene: found.demo.scene }]] : [];
    }),
  );
}
