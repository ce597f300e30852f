/** What a reader's progress in a lesson comes to in a result code. */
import type { LessonCard } from '#lib/lessons/lesson.ts';
import type { LessonProgress } from '#lib/progress/index.ts';
import { most, type ExerciseResult, type LessonResult, type QuestionResult } from './result.ts';

/** Exercises that were begun and questions that were answered whole; undefined where there is neither. */
export function resultOf(card: Pick<LessonCard, 'slug' | 'exercises' | 'questions'>, progress: LessonProgress, learner: number): LessonResult | undefined {
  const exercises = card.exercises.flatMap(({ id, checks }): readonly ExerciseResult[] => {
    const done = progress.exercises[id];
    if (!done || (done.tries === 0 && done.hints === 0 && done.checks.length === 0 && done.passed === undefined && done.shown === undefined)) return [];
    return [
      {
        id,
        checks: Object.fromEntries(checks.slice(0, most.checks).map((check) => [check.id, done.checks.includes(check.id)])),
        passed: done.passed !== undefined,
        ...(done.best && { moves: Math.min(done.best.moves, most.moves) }),
        hints: Math.min(done.hints, most.hints),
        shown: done.shown !== undefined,
      },
    ];
  });
  const questions = card.questions.flatMap(({ id, kind, of }): readonly QuestionResult[] => {
    const answers = progress.questions[id]?.answers;
    if (answers === undefined) return [];
    if (isChoice(answers)) return kind === 'quiz' ? [{ id, kind, chosen: [...new Set(answers)].filter((at) => at < most.options).sort((a, b) => a - b) }] : [];
    const steps = Object.keys(answers).length;
    return kind === 'predict' && steps === of && steps <= most.steps ? [{ id, kind, guesses: answers }] : [];
  });
  if (exercises.length === 0 && questions.length === 0) return undefined;
  return { slug: card.slug, learner, exercises: exercises.slice(0, most.items), questions: questions.slice(0, most.items) };
}

const isChoice = (answers: NonNullable<LessonProgress['questions'][string]>['answers']): answers is readonly number[] => Array.isArray(answers);
