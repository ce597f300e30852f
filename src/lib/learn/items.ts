/** What there is to do in a lesson, in the order of its text: predictions, quizzes and exercises, and which of it is done. */
import type { Block } from '#lib/lessons/lesson.ts';
import type { LessonProgress } from '#lib/progress/progress.ts';

export interface Item {
  readonly kind: 'predict' | 'quiz' | 'exercise';
  readonly id: string;
}

export function itemsOf(blocks: readonly Block[]): readonly Item[] {
  return blocks.flatMap((block): readonly Item[] => {
    if (block.kind === 'predict') return [{ kind: 'predict', id: block.prediction }];
    if (block.kind === 'quiz') return [{ kind: 'quiz', id: block.quiz }];
    return block.kind === 'exercise' ? [{ kind: 'exercise', id: block.exercise }] : [];
  });
}

export const isDone = ({ kind, id }: Item, { exercises, questions }: LessonProgress): boolean => (kind === 'exercise' ? exercises[id]?.passed !== undefined : questions[id] !== undefined);

/** Where an item stands in the text: the anchor of its card. */
export const anchorOf = ({ kind, id }: Item): string => `${kind}-${id}`;
