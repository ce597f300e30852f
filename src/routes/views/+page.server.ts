import { collections } from './subjects.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ collections: collections.map(({ id, title }) => ({ id, title })) });
