import type { Translation } from '../catalogue.ts';
import type { state as english } from '../en/state.ts';

export const state: Translation<typeof english> = {
  'state.build': 'Build {number}: {counts}. {told, select, yes {Schritt {step} {cause} } other {}}Dauer: {time}. {image, select, replayed {Ein echter Build, nachgespielt.} none {Es entstand kein Image.} new {Das Image ist neu.} other {Das Image ist gleich.}}',
  'state.unreadable': 'Das Dockerfile ist nicht lesbar: <code>{message}</code>',
  'state.nothing-to-build': 'Es gibt nichts zu bauen.',
  'state.nothing-rebuilds': 'Nichts wird neu gebaut.',
  'state.rebuilds': '{n} von {of, plural, one {# Schritt} other {# Schritten}} {n, plural, one {wird} other {werden}} neu gebaut, etwa {time}.',
  'state.date': 'Es ist jetzt {date}: Tags von Basis-Images können gewandert sein.',
  'state.set-aside': 'Die gespeicherte Arbeit war nicht lesbar (<code>{problem}</code>). Sie wurde in diesem Browser beiseitegelegt; das hier ist eine neue Szene.',
  'state.engine-closed': 'Die Engine wurde geschlossen.',
  'state.engine-part-unreachable': 'Ein Teil der Engine konnte nicht geladen werden. Nichts ist verloren: Verbindung prüfen und erneut versuchen.',
  'state.engine-slow': 'Die Engine brauchte zu lange und wurde neu gestartet.',
  'state.engine-stopped': 'Die Engine ist stehen geblieben und wurde neu gestartet. Nichts ist verloren.',
  'state.engine-stopped-twice': 'Die Engine ist hierbei zweimal stehen geblieben; es wurde ausgelassen. Sonst ist nichts verloren.',
};
