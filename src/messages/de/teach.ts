/** Für Lehrende: Ergebniscodes, die Klassentafel, Links, die Hilfe verbergen. */
import type { Translation } from '../catalogue.ts';
import type { teach as english } from '../en/teach.ts';

export const teach: Translation<typeof english> = {
  'teach.code': 'Ergebniscode',
  'teach.code-none': 'Noch ist nichts zu melden: Nach der ersten Übung oder Frage steht hier ein Code für die Lehrperson.',
  'teach.code-for':
    '{n, plural, one {Dieser Code sagt der Lehrperson, was in dieser Lektion erreicht wurde, ohne Namen. Er wird dort eingefügt, wo sie darum bittet, oder das QR-Bild wird vor eine Kamera gehalten.} other {Diese Codes sagen der Lehrperson, was in diesen Lektionen erreicht wurde, ohne Namen. Sie werden dort eingefügt, wo sie darum bittet, oder die QR-Bilder werden vor eine Kamera gehalten.}} Von hier wird nichts gesendet.',
  'teach.copy-code': 'Code kopieren',
  'teach.copied': 'Kopiert',
  'teach.copy-refused': 'Dieser Browser lässt die Seite nicht kopieren. Den Text markieren und kopieren.',
  'teach.show-qr': 'Als QR zeigen',
  'teach.qr-label': 'Dasselbe als QR-Bild',
  'teach.qr-hint': 'Etwa eine Handbreit vor die Kamera der Lehrseite halten.',
  'teach.qr-page': '{at} von {of}',
  'teach.qr-before': 'Zurück',
  'teach.qr-next': 'Weiter',
  'teach.in-code': 'Was darin steht',
  'teach.in-code-number': 'Die Nummer {number}, in diesem Browser ausgelost: Mit ihr zählt jede Person einmal, auch wenn sie mehrmals abgibt.',
  'teach.draw-number': 'Neu auslosen',
  'teach.in-code-exercise':
    '{n} von {of, plural, one {# Prüfung} other {# Prüfungen}}, {passed, select, true {bestanden} other {nicht bestanden}}{moves, plural, =0 {} one {, # Zug} other {, # Züge}}{hints, plural, =0 {} one {, # Hinweis} other {, # Hinweise}}{shown, select, true {, Lösung gezeigt} other {}}',
  'teach.in-code-quiz': 'erste Antwort {answers}',
  'teach.not-in-code': 'Nicht darin: Name, Notizen, Dateien, Zeiten und Daten.',
  'teach.code-begins-only': 'Nur der Anfang eines Codes ist da.',
  'teach.code-short': 'Das Ende fehlt: {there} von {all} Zeichen sind da.',
  'teach.code-letter': 'Zeichen {place} der Gruppe {group} ist vertippt: {letter} passt nicht.',
  'teach.code-mangled': 'Mehr als ein Zeichen ist vertippt oder fehlt.',
  'teach.code-version': 'Er hat das Format {version}, das diese Seite nicht kennt. Ein neueres Layerscope liest ihn.',
  'teach.code-senseless': 'Er ist vollständig und ergibt keinen Sinn: Keine Lektion schreibt ihn.',
  'teach.code-lesson': 'Er gehört zu einer Lektion, die diese Seite nicht hat.',
  'teach.code-other-version': 'Er gehört zu einer anderen Fassung der Lektion <code>{lesson}</code>, und nichts davon steht in dieser.',
};
