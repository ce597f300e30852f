/** A lesson → what its page and the files beside the page are made of, when the site is built. */
import type { Exercise } from '#engine/exercise/exercise.ts';
import type { Lesson, LessonCard } from '#lib/lessons/lesson.ts';
import { lessonXp } from '#lib/progress/xp.ts';
import { sceneData } from '#lib/workbench/scene-data.ts';
import { afterEdit } from './after-edit.ts';
import { scenePlace, slugOf } from '../state/place.ts';
import type { LessonAnswers, LessonPageData, LessonWork } from './page-data.ts';

/** What is painted before any script has run, and read without any: nothing of an exercise's answers. */
export function lessonPage(lesson: Lesson, cards: readonly LessonCard[]): LessonPageData {
  const { slug, title, summary, level, minutes, xp, tags, needs, blocks, exercises, predictions, quizzes } = lesson;
  const card = cards.find((one) => one.slug === slug);
  const shares = card ? lessonXp(card).exercises : [];
  const course = cards.map((one) => ({ slug: one.slug, title: one.title }));
  const { snapshot, texts, log, picture } = sceneData({ ...lesson.scene, slug: slugOf(slug, scenePlace) });
  const after = afterEdit(lesson);
  return {
    lesson: { slug, title, summary, level, minutes, xp, tags },
    course,
    needs: course.filter((one) => needs.includes(one.slug)),
    blocks,
    tasks: exercises.map(({ id, title, task, checks }) => ({
      id,
      title,
      task,
      checks: checks.map(({ id, says }) => ({ id, says })),
      par: card?.exercises.find((one) => one.id === id)?.par ?? 0,
      xp: shares.find((one) => one.id === id)?.of ?? 0,
    })),
    predictions: predictions.map(({ id, says, steps, beliefs, because }) => ({ id, says, steps, ...(beliefs && { beliefs }), ...(because !== undefined && { because }) })),
    quizzes: quizzes.map(({ id, question, options }) => ({ id, question, options })),
    scene: { snapshot, texts, log, picture, ...(after && { after }) },
  };
}

/** What the engine works with, fetched when the page is alive: exercises with their checks, and the conditions of their hints without the hints. */
export function lessonWork({ scene, exercises, predictions }: Lesson, cards: readonly LessonCard[]): LessonWork {
  return { scene, exercises: exercises.map(withoutAnswers), predictions, images: sceneData(scene).images, cards };
}

function withoutAnswers(exercise: Exercise): Exercise {
  return { ...exercise, hints: exercise.hints.map((ladder) => ({ ...ladder, rungs: [] })), solutions: [], wrong: [] };
}

/** Hints and solutions: fetched when an exercise is opened, never where a teacher's link withholds them. */
export function lessonAnswers({ exercises }: Lesson): LessonAnswers {
  return Object.fromEntries(exercises.map(({ id, hints, solutions }) => [id, { hints, solutions }]));
}
