/** Deutsch: die Seite ohne Netz, ihre Versionen und das Installieren. */
import type { Translation } from '../catalogue.ts';
import type { offline as english } from '../en/offline.ts';

export const offline: Translation<typeof english> = {
  'offline.install': 'Installieren',
  'offline.save': 'Offline verfügbar machen',
  'offline.filling': 'Wird offline verfügbar, {share} %',
  'offline.progress': '{done} von {total} liegen in diesem Browser.',
  'offline.whole': 'Offline verfügbar',
  'offline.kept': 'Alle {total} der Seite liegen in diesem Browser. Sie läuft von jetzt an ohne Netz.',
  'offline.update': 'Eine neue Version ist da. Sie übernimmt erst auf Wunsch; die Arbeit bleibt, wie sie ist.',
  'offline.update-elsewhere': 'In einem anderen Tab läuft eine neuere Version. Dieser läuft weiter wie bisher und lässt sich jederzeit neu laden.',
  'offline.take-over': 'Neue Version verwenden',
  'offline.later': 'Später',
  'offline.reload': 'Neu laden',
  'offline.missing': 'Ein Teil der Seite ist nicht angekommen: Es gibt kein Netz, oder die Seite hat eine neuere Version. Die Arbeit ist gesichert. Sobald das Netz wieder da ist, die Seite neu laden.',
  'offline.title': 'Noch nicht hier',
  'offline.headline': 'Diese Seite gibt es ohne Netz noch nicht',
  'offline.not-kept': 'Der Browser hatte noch keine Zeit, <code>{page}</code> zu sichern. Alles Gesicherte läuft, zum Beispiel die Werkbank.',
  'offline.unknown-headline': 'Diese Seite gibt es nicht',
  'offline.unknown': 'Soweit sich das ohne Netz sagen lässt, gibt es hier keine Seite <code>{page}</code>.',
  'offline.try-again': 'Erneut versuchen',
  'offline.workbench': 'Zur Werkbank',
};
