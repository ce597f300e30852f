import type { Translation } from '../catalogue.ts';
import type { image as english } from '../en/image.ts';

export const image: Translation<typeof english> = {
  'image.secret': '<code>{path}</code> zu löschen hat sie verdeckt und nichts frei gemacht: Sie ist in Layer {layer} noch zu lesen.',
  'image.ghosts': 'Dateien in einem späteren Schritt zu löschen verdeckt sie und macht nichts frei: {size} sind noch im Image.',
  'image.twice': '{size} sind doppelt gespeichert: Ein späterer Schritt hat Dateien von Layer {layer} erneut geschrieben.',
  'image.largest': 'Nichts ist umsonst gespeichert. Der größte Teil ist <code>{label}</code>: {size}.',
  'image.no-bytes': 'Seine Layer enthalten keine Bytes: nur Namen und Einstellungen.',
  'image.no-layers': 'Ein Image ohne Layer: nur eine Konfiguration.',
  'image.saved': 'Gespeichert als {name}. Echte Werkzeuge können es öffnen.',
  'image.opened': '{name} liegt nur im Speicher dieses Tabs: nicht gesichert, nicht geteilt, weg, wenn der Tab geschlossen wird.',
  'image.archive-unreadable': 'Nicht lesbar: Die Datei hat sich seit der Auswahl geändert oder ist größer, als ein Tab fassen kann.',
  'image.archive-incomplete': 'Das Archiv nennt ein Image, dessen Manifest oder Konfiguration nicht darin ist; es gibt nichts zu zerlegen.',
  'image.archive-too-large': 'In diesem Tab nicht lesbar: Die Datei braucht mehr Speicher, als da ist.',
  'image.archive-lost': 'Die Engine wurde neu gestartet, und {name} war kein zweites Mal zu lesen: Die Datei hat sich vermutlich geändert. Erneut öffnen.',
  'image.archive-read-again': 'Die Engine wurde neu gestartet, und {name} wurde erneut gelesen.',
  'image.of-build': 'Build {build}',
  'image.of-build-named': 'Build {build}: {name}',
  'image.on-machine': '{name} auf {machine}',
  'image.in-archive': '{archive}: {name}',
  'image.for-platform': '{image}, {platform}',
};
