/** What can be found of a lesson: its sections, exercises, interview questions and commands, as plain text with the place they stand at. */
import type { Block, Html, Lesson } from '#lib/lessons/lesson.ts';

export type EntryKind = 'lesson' | 'section' | 'exercise' | 'question' | 'command';

export interface SearchEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly slug: string;
  /** The lesson's. */
  readonly lesson: string;
  /** Its place in the lesson's page; empty for the page itself. */
  readonly anchor: string;
  readonly title: string;
  readonly text: string;
}

/** All entries of a lesson, in its order. */
export function searchEntries(lesson: Lesson): readonly SearchEntry[] {
  const found: Omit<SearchEntry, 'id' | 'slug' | 'lesson'>[] = [{ kind: 'lesson', anchor: '', title: lesson.title, text: `${lesson.summary} ${lesson.tags.join(' ')}` }];
  let section = { anchor: '', title: lesson.title, text: [] as string[] };
  const close = () => {
    if (section.text.length > 0) found.push({ kind: 'section', anchor: section.anchor, title: section.title, text: section.text.join(' ') });
  };
  for (const block of lesson.blocks) {
    if (block.kind === 'heading') {
      close();
      section = { anchor: block.id, title: block.text, text: [] };
    } else {
      section.text.push(...proseOf(block, lesson));
      found.push(...apart(block, lesson, section.anchor));
    }
  }
  close();
  return found.map((entry, at) => ({ ...entry, id: `${lesson.slug}/${at}`, slug: lesson.slug, lesson: lesson.title }));
}

/** What a block adds to the text of its section. */
function proseOf(block: Block, { predictions, quizzes }: Lesson): readonly string[] {
  switch (block.kind) {
    case 'prose':
      return [textOf(block.html)];
    case 'edit':
      return [block.label];
    case 'predict': {
      const asked = predictions.find(({ id }) => id === block.prediction);
      return asked ? [asked.says] : [];
    }
    case 'quiz': {
      const asked = quizzes.find(({ id }) => id === block.quiz);
      return asked ? [textOf(asked.question)] : [];
    }
    default:
      return [];
  }
}

/** What a block has that is found by itself. Answers of interview questions are; solutions and hints are not. */
function apart(block: Block, { exercises }: Lesson, section: string): readonly Omit<SearchEntry, 'id' | 'slug' | 'lesson'>[] {
  switch (block.kind) {
    case 'exercise':
      return exercises.filter(({ id }) => id === block.exercise).map(({ id, title, task, checks }) => ({ kind: 'exercise', anchor: `exercise-${id}`, title, text: [textOf(task), ...checks.map(({ says }) => says)].join(' ') }));
    case 'reveal':
      return [{ kind: 'question', anchor: block.id, title: textOf(block.question), text: textOf(block.answer) }];
    case 'cheatsheet':
      return block.rows.map(({ code, says }) => ({ kind: 'command', anchor: section, title: code, text: textOf(says) }));
    default:
      return [];
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '’', nbsp: ' ' };

/** The words of HTML that was made from Markdown: no tags, characters as they are. */
export function textOf(html: Html): string {
  const bare = html.replace(/<\/(?:p|li|td|th|tr|pre|h\d)>|<br\s*\/?>/g, ' ').replace(/<[^>]*>/g, '');
  const read = bare.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole: string, hex?: string, decimal?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '0', hex === undefined ? 10 : 16)) : (entities[name.toLowerCase()] ?? whole),
  );
  return read.replace(/\s+/g, ' ').trim();
}
