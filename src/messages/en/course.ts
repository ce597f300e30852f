/** The path through the course, and what becomes of progress. Lessons themselves are content and stand in `src/lessons`. */
export const course = {
  'course.aside-document': 'What was stored of your progress cannot be read. It is kept aside, unchanged.',
  'course.aside-newer': 'Your progress was written by a newer version of this page (version {version}). It is kept aside, unchanged, and this page begins anew.',
  'course.aside-lesson': 'Part of the progress in <code>{lesson}</code> cannot be read. That part is kept aside; the rest is as it was.',
  'course.aside-beliefs': 'Part of the score of predictions cannot be read. That part is kept aside; the rest is as it was.',
  'course.import-unreadable': 'Nothing was imported: this file holds no progress that this page can read.',
  'course.import-empty': 'Nothing was imported: this file holds no progress.',
  'course.import-nothing': 'Everything in this file was here already.',
  'course.import-brought': 'Imported, in addition to what was here: {exercises, plural, =0 {no exercise} one {# exercise passed} other {# exercises passed}}, {questions, plural, =0 {no answer} one {# answer} other {# answers}}, {notes, plural, =0 {no notes} one {notes on # lesson} other {notes on # lessons}}.',
} as const;
