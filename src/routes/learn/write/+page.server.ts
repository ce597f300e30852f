import { claims, edits } from '#lib/lessons/schema/vocabulary.ts';
import { guide } from '#lib/lessons/guide.ts';
import readme from '../../../lessons/README.md?raw';
import type { PageServerLoad } from './$types';

/** The guide as it stands beside the lessons, and the words that may be written. */
export const load: PageServerLoad = () => ({ sections: guide(readme), edits, claims });
