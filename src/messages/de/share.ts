/** Deutsch: Links zu einer Szene. */
import type { Translation } from '../catalogue.ts';
import type { share as english } from '../en/share.ts';

export const share: Translation<typeof english> = {
  'share.title': 'Diese Szene teilen',
  'share.lead': 'Der Link enthält die Szene: {files}, {actions, plural, one {# Aktion} other {# Aktionen}}, {builds, plural, one {# Build} other {# Builds}}. Nichts wird irgendwohin gesendet; wer den Link hat, hat die Szene, und sie öffnet sich neben der eigenen Arbeit.',
  'share.files': '{n, plural, one {# Datei} other {# Dateien}}',
  'share.link': 'Link',
  'share.copy': 'Link kopieren',
  'share.copied': 'Kopiert',
  'share.copy-refused': 'Der Browser lässt die Seite nicht kopieren. Den Link markieren und Strg C drücken.',
  'share.looking': 'Zeigen, was gerade zu sehen ist',
  'share.looking-at': '{view}{step, select, none {} other {, {step}}}',
  'share.length': '{n, plural, one {# Zeichen} other {# Zeichen}}.',
  'share.long': '{n} Zeichen. Manche Mail- und Chatprogramme schneiden Links nach 2.000 Zeichen ab.',
  'share.too-long': 'Dieses Projekt ist zu groß für einen Link. Nötig sind {n} Zeichen, lesbar sind {most}.',
  'share.opened': 'Diese Szene kam mit einem Link. Die eigene Arbeit daran ist unberührt.',
  'share.own-work': 'Zur eigenen Arbeit',
  'share.problem-no-link': 'Das ist kein Link zu einer Szene.',
  'share.problem-newer': 'Der Link stammt von einer neueren Version. Nach erneutem Laden der Seite ist er vielleicht lesbar.',
  'share.problem-too-long': 'Der Link ist zu groß, um gelesen zu werden. Zu sehen ist die eigene Arbeit.',
  'share.problem-broken': 'Der Link ist abgeschnitten oder beschädigt. Er muss noch einmal ganz kopiert werden. Zu sehen ist die eigene Arbeit.',
  'share.problem-not-a-scene': 'Der Link enthält keine Szene, die sich zeigen lässt{place, select, none {} other { (bei {place})}}. Zu sehen ist die eigene Arbeit.',
};
