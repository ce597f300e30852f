/** Which lessons deal with a misconception: those whose predictions and quizzes name it. */
import type { Lesson } from '#lib/lessons/lesson.ts';

/** A lesson as another page links to it. */
export interface LessonLink {
  readonly slug: string;
  readonly title: string;
}

/** Most lessons that a misconception leads to. */
const most = 2;

/** By id of a misconception, the lessons that are about it more than others: of all beliefs they name, it is the larger part. */
export function lessonsOfBeliefs(lessons: readonly Lesson[]): Readonly<Record<string, readonly LessonLink[]>> {
  const named = lessons.map(({ slug, title, order, predictions, quizzes }) => ({
    link: { slug, title },
    order,
    beliefs: [...predictions.flatMap(({ beliefs = {} }) => Object.values(beliefs)), ...quizzes.flatMap(({ options }) => options.flatMap(({ belief }) => belief ?? []))],
  }));
  const ids = new Set(named.flatMap(({ beliefs }) => beliefs));
  return Object.fromEntries(
    [...ids].map((id) => {
      const about = named.map(({ link, order, beliefs }) => ({ link, order, part: beliefs.filter((one) => one === id).length / Math.max(1, beliefs.length) }));
      const ranked = about.filter(({ part }) => part > 0).sort((a, b) => b.part - a.part || a.order - b.order);
      return [id, ranked.slice(0, most).map(({ link }) => link)];
    }),
  );
}
