/** What is known of a lesson without opening it. */
import type { Answer } from '#engine/exercise/exercise.ts';
import type { Lesson, LessonCard } from './lesson.ts';

/** The card of a lesson. */
export function lessonCard({ slug, title, summary, level, minutes, xp, tags, order, needs, exercises, predictions, quizzes }: Lesson): LessonCard {
  return {
    slug, title, summary, level, minutes, xp, tags, order, needs,
    exercises: exercises.map(({ id, title, checks, solutions }) => ({ id, title, checks: checks.map(({ id, says }) => ({ id, says })), par: Math.min(...solutions.map(moves)) })),
    questions: [
      ...predictions.map(({ id, steps }) => ({ id, kind: 'predict' as const, of: Object.keys(steps).length })),
      ...quizzes.map(({ id }) => ({ id, kind: 'quiz' as const, of: 1 })),
    ],
  };
}

/** Lines that leave nothing behind: golf does not count them. */
const reads = /^(?:docker (?:images|ps|history|inspect|manifest inspect|system df|image (?:ls|history|inspect)|buildx (?:du|ls|inspect|imagetools inspect))|ls|cat|cd)(?: [^&|;>]*)?$/;

/** Files, options and lines of an answer: what golf counts. */
function moves({ files = {}, options, commands = [] }: Answer): number {
  return Object.keys(files).length + (options ? 1 : 0) + commands.filter((line) => !reads.test(line)).length;
}
