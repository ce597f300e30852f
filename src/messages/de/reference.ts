import type { Translation } from '../catalogue.ts';
import type { reference as english } from '../en/reference.ts';

export const reference: Translation<typeof english> = {
  'reference.title': 'Build-Prüfungen: was Docker in einem Dockerfile findet, und warum',
  'reference.description': 'Alle {n} Build-Prüfungen von BuildKit mit einem Beispiel für jede Seite, und der Rat, den Layerscope hinzufügt.',
  'reference.headline': 'Was eine Build-Prüfung findet, und warum.',
  'reference.lead': 'BuildKit hat {n} eigene Prüfungen. Layerscope führt dieselben schon beim Schreiben aus, mit denselben Worten an denselben Zeilen. Darunter steht der Rat, den es hinzufügt; er wird nie mit ihnen vermischt.',
  'reference.checks': 'Prüfungen von BuildKit',
  'reference.experimental': 'experimentell: nur, wo <code>{directive}</code> danach fragt',
  'reference.ignore-holds': 'In <code>.dockerignore</code> steht <code>{patterns}</code>.',
  'reference.reported': 'Gemeldet',
  'reference.not-reported': 'Nicht gemeldet',
  'reference.line': 'Zeile {line}',
  'reference.docker-page': 'Dockers Seite darüber',
  'reference.advice': 'Rat von Layerscope',
  'reference.advice-lead': 'Eine pauschale Regel kostet manche mehr, als sie spart. Darum wird jeder Rat am vorliegenden Dockerfile erprobt, bevor er gegeben wird: Die vorgeschlagene Änderung wird neben dem Original gebaut, und es steht dabei, was sie bei der nächsten Änderung einer Quelldatei oder im Image spart und ob das Image seine Dateien behält.',
};
