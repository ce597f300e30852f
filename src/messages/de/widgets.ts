import type { Translation } from '../catalogue.ts';
import type { widgets as english } from '../en/widgets.ts';

export const widgets: Translation<typeof english> = {
  'widgets.steps': '{n, plural, one {# Schritt} other {# Schritte}}',
  'widgets.files': '{n, plural, one {# Datei} other {# Dateien}}',
  'widgets.layers': '{n, plural, one {# Layer} other {# Layer}}',
  'widgets.cached': 'Im Cache',
  'widgets.rebuilt': 'Neu gebaut',
  'widgets.failed': 'Fehlgeschlagen',
  'widgets.not-needed': 'Nicht nötig',
  'widgets.stopped': 'Gestoppt',
  'widgets.running': 'Läuft',
  'widgets.waiting': 'Wartet',
  'widgets.will-rebuild': 'Wird neu gebaut',
  'widgets.will-stay-cached': 'Bleibt im Cache',
  'widgets.will-fail': 'Wird fehlschlagen',
  'widgets.close': 'Schließen',
  'widgets.problem': 'Problem:',
  'widgets.modelled': 'Modelliert',
  'widgets.all-tabs': '{row}: alle',
  'widgets.copied': 'Kopiert',
  'widgets.copy-refused': 'Dieser Browser lässt die Seite nicht kopieren. Den Text markieren und kopieren.',
};
