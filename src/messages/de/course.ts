import type { Translation } from '../catalogue.ts';
import type { course as english } from '../en/course.ts';

export const course: Translation<typeof english> = {
  'course.aside-document': 'Der gespeicherte Lernstand ist nicht lesbar. Er liegt unverändert beiseite.',
  'course.aside-newer': 'Der Lernstand stammt von einer neueren Fassung dieser Seite (Version {version}). Er liegt unverändert beiseite, und diese Seite beginnt von vorn.',
  'course.aside-lesson': 'Ein Teil des Lernstands in <code>{lesson}</code> ist nicht lesbar. Dieser Teil liegt beiseite; der Rest ist unverändert.',
  'course.aside-beliefs': 'Ein Teil der Vorhersagewertung ist nicht lesbar. Dieser Teil liegt beiseite; der Rest ist unverändert.',
  'course.import-unreadable': 'Nichts importiert: Diese Datei enthält keinen Lernstand, den diese Seite lesen kann.',
  'course.import-empty': 'Nichts importiert: Diese Datei enthält keinen Lernstand.',
  'course.import-nothing': 'Alles in dieser Datei war schon da.',
  'course.import-brought': 'Importiert, zusätzlich zum Vorhandenen: {exercises, plural, =0 {keine Übung} one {# bestandene Übung} other {# bestandene Übungen}}, {questions, plural, =0 {keine Antwort} one {# Antwort} other {# Antworten}}, {notes, plural, =0 {keine Notizen} one {Notizen zu # Lektion} other {Notizen zu # Lektionen}}.',
};
