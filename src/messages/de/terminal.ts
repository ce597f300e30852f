import type { Translation } from '../catalogue.ts';
import type { terminal as english } from '../en/terminal.ts';

export const terminal: Translation<typeof english> = {
  'terminal.command': 'Befehl, {sign}',
  'terminal.keys': 'Eingabe führt die Zeile aus, Pfeil hoch holt frühere, Tab vervollständigt, Esc und danach Tab verlässt das Feld.',
  'terminal.stop': 'Stoppen',
  'terminal.offers': 'Befehle zum Ausprobieren',
  'terminal.find': 'Im Terminal suchen',
  'terminal.find-word': 'Suchen',
  'terminal.none': 'keine',
  'terminal.place-of': '{at} von {n}',
  'terminal.previous': 'Vorige Stelle',
  'terminal.next': 'Nächste Stelle',
};
