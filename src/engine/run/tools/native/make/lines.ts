/** Lines of a makefile with those that a backslash continues. */

export interface Line {
  readonly number: number;
  /** As it is written. */
  readonly raw: string;
  /** Continued lines joined by one space, without its comment. */
  readonly plain: string;
  /** As a recipe's: continued lines kept, the tabs at their beginnings taken away. */
  readonly recipe: string;
}

export function logicalLines(text: string, first: number): Line[] {
  const physical = text.split('\n');
  const lines: Line[] = [];
  for (let i = 0; i < physical.length; i++) {
    const number = first + i;
    const parts = [physical[i]!.replace(/\r$/, '')];
    while (/(?<!\\)(?:\\\\)*\\$/.test(parts.at(-1)!) && i + 1 < physical.length) parts.push(physical[++i]!.replace(/\r$/, ''));
    const joined = parts.map((part, n) => (n < parts.length - 1 ? part.slice(0, -1).trimEnd() : part)).reduce((whole, part) => `${whole} ${part.trimStart()}`);
    lines.push({ number, raw: parts.join('\n'), plain: withoutComment(joined), recipe: parts.map((part) => part.replace(/^\t/, '')).join('\n') });
  }
  return lines;
}

function withoutComment(line: string): string {
  if (!line.includes('#')) return line;
  return line.replace(/^((?:[^#\\]|\\[^])*)#[^]*$/, '$1').replaceAll('\\#', '#');
}
