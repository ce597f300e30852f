import { error } from '@sveltejs/kit';
import { pictures } from '#lib/views/picture.ts';
import { t } from '#messages/index.ts';
import { collections } from '../subjects.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => collections.map(({ id }) => ({ subject: id }));

/** Every view of every subject of a collection, drawn when the site is built. */
export const load: PageServerLoad = async ({ params }) => {
  const collection = collections.find(({ id }) => id === params.subject);
  if (!collection) error(404);
  const subjects = await collection.subjects();
  return {
    title: collection.title,
    subjects: subjects.map((subject) => ({
      id: subject.id,
      title: subject.title,
      pictures: pictures.flatMap(({ view, label, draw }) => {
        const svg = draw(subject, { theme: 'page', width: 960 });
        return svg === undefined ? [] : [{ view, label: t(label), svg }];
      }),
    })),
  };
};
