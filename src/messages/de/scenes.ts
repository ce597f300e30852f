import type { Translation } from '../catalogue.ts';
import type { scenes as english } from '../en/scenes.ts';

export const scenes: Translation<typeof english> = {
  'scenes.scene': 'Szene',
  'scenes.title': 'Szenen',
  'scenes.edited': 'Selbst bearbeitet: keine der beiden Fassungen dieser Szene.',
  'scenes.version': 'Fassung des Dockerfiles',
  'scenes.bad': 'Wie oft geschrieben',
  'scenes.good': 'Gut geordnet',
  'scenes.commit': 'Commit machen',
  'scenes.commit-changes': 'Was der Commit ändert',
  'scenes.share': '{n} von 100',
  'scenes.find': 'Szene suchen',
  'scenes.find-by': 'Szene suchen: Sprache, Werkzeug, Problem',
  'scenes.none': 'Keine Szene enthält alle diese Wörter.',
  'scenes.not-arrived': 'Die Liste der Szenen ist nicht angekommen. Die Verbindung prüfen und noch einmal öffnen.',
  'scenes.costs': 'Was jeder Commit in jeder von ihnen kostet',
  'scenes.start-here': 'Hier anfangen',
  'scenes.c-and-cpp': 'C und C++',
  'scenes.servers': 'Server und Websites',
  'scenes.ci': 'CI und Plattformen',
  'scenes.trouble': 'Schwierigkeiten',
};
