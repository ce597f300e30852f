import { expect, it } from 'vitest';
import { emptyProgress } from '#lib/progress/index.ts';
import { writeNote } from '#lib/progress/notes.ts';
import { cardOf } from '#lib/progress/progress.fixture.ts';
import { notesMarkdown, notesOf } from './notes-markdown.ts';

it('all notes are one text in the order of the path, and none is lost with its lesson', () => {
  const written = (text: string) => ({ exercises: {}, questions: {}, notes: writeNote(undefined, 'tab', 1, text)! });
  const progress = { ...emptyProgress, lessons: { gone: written('still here'), second: written('later'), first: written('COPY compares content.\n'), empty: written('  ') } };
  const notes = notesOf([cardOf('first', 10, [], []), cardOf('second', 10, [], []), cardOf('empty', 10, [], [])], progress);
  expect(notesMarkdown(notes)).toBe('# first\n\nCOPY compares content.\n\n# second\n\nlater\n\n# gone\n\nstill here\n');
});
