import type { Translation } from '../catalogue.ts';
import type { element as en } from '../en/element.ts';

export const element: Translation<typeof en> = {
  'element.what': 'Ein Probelauf von docker build',
  'element.start': 'Ausprobieren',
  'element.loading': 'Wird geladen',
  'element.failed': 'Der Probelauf konnte nicht geladen werden. Was hier steht, ist der Inhalt der Seite.',
  'element.again': 'Erneut versuchen',
  'element.nothing': 'Hier wurde nichts angegeben: weder Szene noch Lektion, Link oder Dockerfile.',
};
