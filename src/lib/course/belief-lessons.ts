/** Which lessons deal with a misconception: those whose predictions and quizzes name it. */
import type { Lesson } from '#lib/lessons/lesson.ts';

/** A lesson as another page links to it. */
export interface LessonLink {
  readonly slug: string;
  readonly title: string;
}

/** By id of a misconception, its lessons in the order of the path. */
export function lessonsOfBeliefs(lessons: readonly Lesson[]): Readonly<Record<string, readonly LessonLink[]>> {
  const found: Record<string, LessonLink[]> = {};
  for (const { slug, title, predictions, quizzes } of [...lessons].sort((a, b) => a.order - b.order)) {
    const named = [...predictions.flatMap(({ beliefs = {} }) => Object.values(beliefs)), ...quizzes.flatMap(({ options }) => options.flatMap(({ belief }) => belief ?? []))];
    for (const belief of new Set(named)) (found[belief] ??= []).push({ slug, title });
  }
  return found;
}
