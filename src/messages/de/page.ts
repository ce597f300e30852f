import type { Translation } from '../catalogue.ts';
import type { page as english } from '../en/page.ts';

export const page: Translation<typeof english> = {
  'page.build': 'Bauen',
  'page.building': 'Baut',
  'page.language': 'Sprache',
};
