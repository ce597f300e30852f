import type { Translation } from '../catalogue.ts';
import type { state as english } from '../en/state.ts';

export const state: Translation<typeof english> = {
  'state.build': 'Build {number}: {cached, plural, =0 {} other {# im Cache, }}{rebuilt, plural, =0 {} other {# neu gebaut, }}{failed, plural, =0 {} other {# fehlgeschlagen, }}{unneeded, plural, =0 {} other {# nicht nötig, }}{time}. {image, select, replayed {Ein echter Build, nachgespielt.} none {Es entstand kein Image.} new {Das Image ist neu.} other {Das Image ist gleich.}}',
  'state.unreadable': 'Das Dockerfile ist nicht lesbar: <code>{message}</code>',
  'state.nothing-to-build': 'Es gibt nichts zu bauen.',
  'state.nothing-rebuilds': 'Nichts wird neu gebaut.',
  'state.rebuilds': '{n} von {of, plural, one {# Schritt} other {# Schritten}} {n, plural, one {wird} other {werden}} neu gebaut, etwa {time}.',
  'state.date': 'Es ist jetzt {date}: Tags von Basis-Images können gewandert sein.',
};
