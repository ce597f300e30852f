/** All notes of a reader as one Markdown text: a heading a lesson, in the order of the path. */
import type { LessonCard } from '#lib/lessons/lesson.ts';
import { noteText, type Progress } from '#lib/progress/index.ts';

export const notesName = 'layerscope-notes.md';

export interface LessonNotes {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
}

/** The lessons that have notes. Those of a lesson that is no longer there come last, under its slug. */
export function notesOf(cards: readonly LessonCard[], { lessons }: Progress): readonly LessonNotes[] {
  const known = new Set(cards.map(({ slug }) => slug));
  const gone = Object.keys(lessons).filter((slug) => !known.has(slug)).map((slug) => ({ slug, title: slug }));
  return [...cards, ...gone].map(({ slug, title }) => ({ slug, title, text: noteText(lessons[slug]?.notes).trim() })).filter(({ text }) => text !== '');
}

export const notesMarkdown = (notes: readonly LessonNotes[]): string => notes.map(({ title, text }) => `# ${title}\n\n${text}\n`).join('\n');
