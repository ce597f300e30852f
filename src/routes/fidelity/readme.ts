/** The conformance folder's README as data, so that this page says what it says. */

/** A piece of a sentence; code is set in mono. */
export interface Run {
  readonly text: string;
  readonly code: boolean;
}

/** `a `b` c` → runs. */
export function runs(text: string): readonly Run[] {
  return text.split('`').flatMap((each, i) => (each === '' ? [] : [{ text: each, code: i % 2 === 1 }]));
}

/** The rows of the table under a header row: cells as written. Empty where there is no such table. */
export function tableRows(markdown: string, header: string): readonly (readonly string[])[] {
  const lines = markdown.split('\n');
  const at = lines.indexOf(header);
  if (at < 0) return [];
  const rest = lines.slice(at + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end < 0 ? undefined : end).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

/** The items of the first list after a line, each as one line. */
export function listItems(markdown: string, after: string): readonly string[] {
  const lines = markdown.split('\n');
  const at = lines.indexOf(after);
  const items: string[] = [];
  for (const line of at < 0 ? [] : lines.slice(at + 1)) {
    if (line.startsWith('- ')) items.push(line.slice(2));
    else if (line.startsWith('  ') && items.length > 0) items[items.length - 1] += ` ${line.trim()}`;
    else if (items.length > 0) break;
  }
  return items;
}
