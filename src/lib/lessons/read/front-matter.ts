/** lesson.md taken apart: YAML between two lines of `---`, then Markdown. */

export interface Halves {
  readonly yaml: string;
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

/** Both halves; undefined where the text does not begin with front matter that ends. */
export function halves(text: string): Halves | undefined {
  const [first, ...lines] = text.split('\n');
  const end = lines.findIndex((line) => isFence(line));
  if (first === undefined || !isFence(first) || end < 0) return undefined;
  return { yaml: lines.slice(0, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 3 };
}

function isFence(line: string): boolean {
  return /^---\s*$/.test(line);
}
