/** Progress as a file, and a file's progress merged into what is here. */
import type { Message } from '#engine/source/message.ts';
import { canonical } from './canonical.ts';
import { merge } from './merge.ts';
import { noteText } from './notes.ts';
import type { LessonProgress, Progress } from './progress.ts';
import { readProgress, type Aside } from './read.ts';
import { afterReset } from './tally.ts';

export const exportName = 'layerscope-progress.json';

export const exportProgress = (progress: Progress): string => `${canonical(progress, 2)}\n`;

export interface Imported {
  readonly progress: Progress;
  /** What the file brought, or why it brought nothing. */
  readonly says: Message;
  /** What in the file could not be read. */
  readonly aside: readonly Aside[];
}

/** Merges a file in. It counts whenever it was made: who imports after a reset wants it back. */
export function importProgress(current: Progress, text: string): Imported {
  const { progress: file, aside } = readProgress(text);
  if (Object.keys(file.lessons).length === 0 && file.beliefs.sessions.length === 0) return { progress: current, says: { id: aside.length > 0 ? 'course.import-unreadable' : 'course.import-empty' }, aside: [] };
  const progress = merge(current, { ...file, epoch: current.epoch, beliefs: afterReset(file.beliefs, current.beliefs.resetAt) });
  return { progress, says: brought(current, progress), aside };
}

/** What is in `after` and was not in `before`, counted. */
function brought(before: Progress, after: Progress): Message {
  if (canonical(before) === canonical(after)) return { id: 'course.import-nothing' };
  const count = (of: (lesson: LessonProgress, was: LessonProgress | undefined) => number) => Object.entries(after.lessons).reduce((sum, [slug, lesson]) => sum + of(lesson, before.lessons[slug]), 0);
  return {
    id: 'course.import-brought',
    values: {
      exercises: count(({ exercises }, was) => Object.entries(exercises).filter(([id, { passed }]) => passed !== undefined && was?.exercises[id]?.passed === undefined).length),
      questions: count(({ questions }, was) => Object.keys(questions).filter((id) => !was?.questions[id]).length),
      notes: count(({ notes }, was) => (noteText(notes) === noteText(was?.notes) ? 0 : 1)),
    },
  };
}
