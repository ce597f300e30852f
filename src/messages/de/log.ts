import type { Translation } from '../catalogue.ts';
import type { log as english } from '../en/log.ts';

export const log: Translation<typeof english> = {
  'log.log': 'Protokoll des Builds',
  'log.empty': 'Hier erscheint das Protokoll, sobald gebaut wird.',
};
