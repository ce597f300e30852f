import { error } from '@sveltejs/kit';
import { pictures } from '#lib/views/picture.ts';
import { t } from '#messages/index.ts';
import type { EntryGenerator, PageLoad } from './$types';

/** Pictures need no scripts. */
export const csr = false;

/** Only the build of the site draws: no page has the means to, and what a load on a server gives would be kept a second time for scripts. */
const collections = async () => (import.meta.env.SSR ? (await import('../subjects.ts')).collections : []);

export const entries: EntryGenerator = async () => (await collections()).map(({ id }) => ({ subject: id }));

/** Every view of every subject of a collection. */
export const load: PageLoad = async ({ params }) => {
  const collection = (await collections()).find(({ id }) => id === params.subject);
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
