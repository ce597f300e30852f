import { json } from '@sveltejs/kit';
import { searchEntries } from '#lib/course/search-entries.ts';
import { lessonCards, loadLesson } from '../../../lessons/index.ts';

export const prerender = true;

/** All that can be found in the lessons, for the search of the path page. */
export async function GET(): Promise<Response> {
  const lessons = await Promise.all(lessonCards.map(({ slug }) => loadLesson(slug)));
  return json(lessons.flatMap((lesson) => (lesson ? searchEntries(lesson) : [])));
}
