import type { Translation } from '../catalogue.ts';
import type { gallery as english } from '../en/gallery.ts';

export const gallery: Translation<typeof english> = {
  'gallery.title': 'Galerie der Szenen: was die Reihenfolge im Dockerfile kostet',
  'gallery.views-title': 'Ansichten, gezeichnet',
  'gallery.views-headline': 'Jede Ansicht, gezeichnet.',
  'gallery.views-lead': 'Jede Ansicht als Bild ohne Skripte, über jeder Szene, jedem aufgezeichneten Build und dem, was schwer zu zeichnen ist. Entsteht, wenn die Website gebaut wird.',
  'gallery.views-of': '{title}: Ansichten, gezeichnet',
  'gallery.more-rows': 'und {n, number} weitere',
  'gallery.picture-of': '{stages, plural, one {# Stage} other {# Stages}}, {steps, plural, one {# Schritt} other {# Schritte}}.',
  'gallery.description': '{n} Projekte mit je zwei Dockerfiles: was jede Art von Commit in beiden neu baut, wie lange das dauert und was gepusht wird.',
  'gallery.headline': 'Was die Reihenfolge im Dockerfile kostet.',
  'gallery.lead': '{n} Projekte, jedes mit dem Dockerfile, das oft dafür geschrieben wird, und einem gut geordneten. Die Tabellen machen in beiden dieselben Commits und bauen nach jedem.',
  'gallery.note': 'Zeiten und Bytes sind modelliert, wo ein Programm läuft oder ein Layer gepackt wird; welche Schritte laufen, folgt allein aus den Dateien. Wie oft jede Art von Commit vorkommt, ist eine Annahme der Szene. Ein Push sendet die Layer, die das Image davor nicht hatte.',
  'gallery.no-push': 'kein Push',
  'gallery.pushed': '{size} gepusht',
  'gallery.open': 'In Layerscope öffnen',
  'gallery.caption': 'Builds nach den Commits, modelliert',
  'gallery.after': 'Nach einem Commit an',
  'gallery.average': 'Der durchschnittliche Commit',
  'gallery.first': 'Erster Build',
  'gallery.image': 'Image, gepackt',
};
