import { error } from '@sveltejs/kit';
import { misconceptionOf } from '#engine/insight/misconceptions/index.ts';
import { lessonsOfBeliefs } from '#lib/course/belief-lessons.ts';
import { lessonCards, loadLesson } from '../../lessons/index.ts';
import type { PageServerLoad } from './$types';
import { topics } from './topics.ts';

/** The whole deck by topics, each card with the scene that shows it and the lessons about it. */
export const load: PageServerLoad = async () => {
  const lessons = await Promise.all(lessonCards.map(({ slug }) => loadLesson(slug)));
  const about = lessonsOfBeliefs(lessons.flatMap((lesson) => lesson ?? []));
  return {
    topics: topics.map(({ id, title, cards }) => ({
      id,
      title,
      cards: cards.map((card) => {
        const { belief, truth, demo } = misconceptionOf(card) ?? error(500, `No misconception ${card}`);
        return { id: card, belief, truth, scene: demo.scene, lessons: about[card] ?? [] };
      }),
    })),
  };
};
