import { expect, it } from 'vitest';
import { execute } from '#engine/docker/index.ts';
import { answered } from '#engine/exercise/answer.ts';
import { movesOf } from '#engine/exercise/moves.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { openWorkspace } from '#engine/workspace/workspace.ts';
import { lessonCard } from '#lib/lessons/lesson-card.ts';
import { lessonSlugs, loadLesson } from './index.ts';

const lessons = (await Promise.all(lessonSlugs.map((slug) => loadLesson(slug)))).flatMap((lesson) => lesson ?? []);
const typed = lessons.flatMap((lesson) => lesson.exercises.flatMap((exercise) => exercise.solutions.filter(({ commands = [] }) => commands.length > 0).map((solution) => [lesson.slug, exercise.id, solution.name, lesson, exercise, solution] as const)));

it.each(typed)('%s: %s: %s takes as many moves at work as its par says', (_slug, _id, _name, lesson, exercise, solution) => {
  const done = answered(openWorkspace(exercise.start, resolveImage, execute), solution);
  if (!done.ok) throw new Error(done.because.id);
  const par = lessonCard({ ...lesson, exercises: [{ ...exercise, solutions: [solution] }] }).exercises[0]?.par;
  // Files of an answer are laid over the project at once: each is a move beside the actions.
  expect(movesOf(done.workspace) + Object.keys(solution.files ?? {}).length).toBe(par);
});
