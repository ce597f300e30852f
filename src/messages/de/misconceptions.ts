import type { Translation } from '../catalogue.ts';
import type { misconceptions as english } from '../en/misconceptions.ts';

export const misconceptions: Translation<typeof english> = {
  'misconceptions.title': 'Fehlannahmen über docker build, jede von einem Build widerlegt',
  'misconceptions.description': '{n} Annahmen über Dockerfiles, Build-Cache und Images, was stattdessen gilt, und zwei Builds, die es zeigen.',
  'misconceptions.headline': 'Was von Builds geglaubt wird und was gilt.',
  'misconceptions.lead': 'Eine falsche Vorhersage hat meist einen Namen. Hier sind {n} davon; hinter jedem Link laufen zwei Builds, die zeigen, was gilt.',
  'misconceptions.topics': 'Themen',
  'misconceptions.graph': 'Was wieder läuft',
  'misconceptions.key': 'Was zählt',
  'misconceptions.context': 'Dateien für den Build',
  'misconceptions.image': 'Layer und ihre Bytes',
  'misconceptions.elsewhere': 'Namen, Maschinen und Registrys',
  'misconceptions.all': 'Alle Fehlannahmen',
};
