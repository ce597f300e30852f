import type { Translation } from '../catalogue.ts';
import type { log as english } from '../en/log.ts';

export const log: Translation<typeof english> = {
  'log.log': 'Build-Log',
  'log.empty': 'Hier erscheint das Log, sobald gebaut wird.',
};
