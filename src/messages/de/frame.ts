/** Deutsch: was der Rahmen einer Einbettung sagt, und was er auf Nachrichten antwortet, die er ablehnt. */
import type { Translation } from '../catalogue.ts';
import type { frame as english } from '../en/frame.ts';

export const frame: Translation<typeof english> = {
  'frame.title': 'Layerscope',
  'frame.title-of': '{title} — Layerscope',
  'frame.loading': 'Wird geladen',
  'frame.start': 'Ausprobieren',
  'frame.picture': 'Der Build als Bild',
  'frame.dockerfile': 'Das Dockerfile',
  'frame.needs-script': 'Hier ist ein Build, der sich im Browser ändern und ausführen lässt. Dazu braucht es Skripte.',
  'frame.open': 'In Layerscope öffnen',
  'frame.no-source': 'Dieser Rahmen hat nichts zu zeigen bekommen. Es fehlt der Name einer Szene, einer Lektion oder ein Link.',
  'frame.broken': 'Die Einbettung konnte nicht geladen werden. Die Seite neu laden.',
  'frame.not-a-message': 'Das ist keine Nachricht, die ein Layerscope-Rahmen versteht.',
  'frame.version': 'Dieser Rahmen spricht Version 1 der Nachrichten, nicht {version}.',
  'frame.no-method': 'Es gibt keine Methode {method}.',
  'frame.values': '{method} wurde mit Werten aufgerufen, die es nicht annimmt (bei {place}).',
  'frame.too-large': '{method} hat mehr bekommen, als ein Rahmen annimmt: höchstens {most, number} Zeichen.',
  'frame.origin': 'Dieser Rahmen antwortet nur {origins}.',
  'frame.connections': 'Höchstens {most} Verbindungen sind zugleich offen.',
  'frame.waiting': 'Höchstens {most} Aufrufe warten zugleich auf eine Antwort.',
  'frame.ended': 'Diese Einbettung wurde beendet.',
  'frame.not-sent': 'Die Antwort konnte nicht gesendet werden.',
};
