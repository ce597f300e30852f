import { deck } from '#engine/insight/misconceptions/index.ts';
import { lessonsOfBeliefs } from '#lib/course/belief-lessons.ts';
import { pathLayout } from '#lib/course/path-layout.ts';
import { tracks } from '#lib/course/tracks.ts';
import { lessonCards, loadLesson } from '../../lessons/index.ts';
import type { PageServerLoad } from './$types';

/** The lessons as a path, the ways through it, and the deck of misconceptions with the lessons about each. */
export const load: PageServerLoad = async () => {
  const lessons = await Promise.all(lessonCards.map(({ slug }) => loadLesson(slug)));
  const about = lessonsOfBeliefs(lessons.flatMap((lesson) => lesson ?? []));
  const there = new Set(lessonCards.map(({ slug }) => slug));
  return {
    // What checks say is read in the lessons: their ids are all that counts here, in result codes.
    cards: lessonCards.map((card) => ({ ...card, exercises: card.exercises.map((exercise) => ({ ...exercise, checks: exercise.checks.map(({ id }) => ({ id, says: '' })) })) })),
    layout: pathLayout(lessonCards.filter(({ order }) => order > 0)),
    tracks: tracks.map((track) => ({ ...track, lessons: track.lessons.filter((slug) => there.has(slug)) })),
    beliefs: deck.map(({ id, belief, demo }) => ({ id, belief, scene: demo.scene, lessons: about[id] ?? [] })),
  };
};
