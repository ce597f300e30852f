/** What is wrong in a lesson's folder, collected while it is read. */
import type { LessonProblem } from '../lesson.ts';

/** Line and column from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The place of an offset in a text. */
export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - start + 1 };
}

/** More than these help nobody. */
const most = 200;

export class Problems {
  readonly #found: LessonProblem[] = [];

  add(file: string, { line, column }: Place, message: string): void {
    if (this.#found.length < most) this.#found.push({ file, line, column, message });
  }

  /** Whether something was said of that file already. */
  about(file: string): boolean {
    return this.#found.some((problem) => problem.file === file);
  }

  get none(): boolean {
    return this.#found.length === 0;
  }

  /** By file, lesson.md first, then as they stand in it. */
  get sorted(): readonly LessonProblem[] {
    const rank = ({ file }: LessonProblem) => (file === 'lesson.md' ? '' : file);
    return [...this.#found].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.line - b.line || a.column - b.column));
  }
}
