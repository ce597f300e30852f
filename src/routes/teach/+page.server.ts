import { beliefsIn } from '#lib/teach/board/beliefs.ts';
import { sheetOf } from '#lib/teach/board/sheet.ts';
import { lessonCards, loadLesson } from '#lessons/index.ts';
import type { PageServerLoad } from './$types';

/** What a class board has to know of the lessons, in the order of the path. */
export const load: PageServerLoad = async () => {
  const sheets = await Promise.all(
    lessonCards.map(async ({ slug, exercises }) => {
      const lesson = await loadLesson(slug);
      return lesson ? [sheetOf(lesson, exercises)] : [];
    }),
  );
  return { sheets: sheets.flat(), beliefs: beliefsIn(sheets.flat()) };
};
