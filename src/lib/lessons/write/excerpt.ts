/** The lines around a place in a text. */
import type { LessonProblem } from '../lesson.ts';

export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  /** The line that the problem is in. */
  readonly here: boolean;
}

/** Characters of a line that are shown. */
const width = 160;

/** The line of a problem and one on each side; none for a file that is not there. */
export function excerpt(text: string | undefined, { line }: Pick<LessonProblem, 'line'>): readonly ExcerptLine[] {
  if (text === undefined) return [];
  const lines = text.split(/\r?\n/, line + 1);
  return [line - 1, line, line + 1].flatMap((number) => {
    const found = lines[number - 1];
    return found === undefined ? [] : [{ number, text: found.length > width ? `${found.slice(0, width)}…` : found, here: number === line }];
  });
}
