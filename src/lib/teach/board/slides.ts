/** A class in figures as slides for a projector: of each lesson its exercises, then each question that somebody got wrong. */
import type { ClassTally, LessonTally, QuestionTally } from './tally.ts';

export type Slide = { readonly kind: 'exercises'; readonly lesson: LessonTally } | { readonly kind: 'question'; readonly lesson: LessonTally; readonly question: QuestionTally };

/** Questions that misled most stand first. */
export const slidesOf = ({ lessons }: ClassTally): readonly Slide[] =>
  lessons.flatMap((lesson): readonly Slide[] => [
    { kind: 'exercises', lesson },
    ...lesson.questions
      .filter(({ wrong }) => wrong.length > 0)
      .sort((a, b) => share(b) - share(a))
      .map((question) => ({ kind: 'question', lesson, question }) as const),
  ]);

const share = ({ wrong, answered }: QuestionTally): number => (wrong[0]?.learners ?? 0) / answered;
