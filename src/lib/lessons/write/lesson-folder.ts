/** What was dropped → the files of a lesson: hidden files left out, one folder of several found. */
import type { ImportAction } from '#engine/workspace/import.ts';
import type { LessonFiles } from '../lesson.ts';

export interface LessonFolder {
  /** The folder's name: the lesson's slug. */
  readonly slug: string;
  readonly files: LessonFiles;
}

/** The lessons in what was read: the folder itself, or the folders in it that have a lesson.md. */
export function lessonFolders({ name, files }: Pick<ImportAction, 'name' | 'files'>): readonly LessonFolder[] {
  const texts = files.filter(({ path, dir, target }) => !dir && target === undefined && !isHidden(path)).map((file) => [file.path, textOf(file)] as const);
  const folders = [...new Set(texts.flatMap(([path]) => /^(.+\/)?lesson\.md$/.exec(path)?.[1] ?? []))].sort();
  const whole = texts.some(([path]) => path === 'lesson.md') || folders.length === 0;
  if (whole) return [{ slug: name, files: Object.fromEntries(texts) }];
  return folders.map((folder) => ({
    slug: folder.slice(0, -1).split('/').at(-1) ?? '',
    files: Object.fromEntries(texts.filter(([path]) => path.startsWith(folder)).map(([path, text]) => [path.slice(folder.length), text])),
  }));
}

/** Of editors, of version control: no part of a lesson. */
function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.') || name.endsWith('~'));
}

/** What is no UTF-8 came as base64: a NUL says to the reader that it is no text. */
function textOf({ text, base64 }: ImportAction['files'][number]): string {
  return text ?? (base64 === undefined ? '' : '\0');
}
