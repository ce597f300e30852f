import type { Translation } from '../catalogue.ts';
import type { problems as english } from '../en/problems.ts';

export const problems: Translation<typeof english> = {
  'problems.problems': 'Probleme',
  'problems.none': 'Keine Probleme.',
  'problems.error': 'Fehler',
  'problems.warning': 'Warnung',
  'problems.advice': 'Hinweis',
  'problems.own-words': 'In BuildKits eigenen Worten',
};
