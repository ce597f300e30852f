/** Going back through earlier lines with the arrow keys, as shells do: what was being typed is kept and comes back at the end. */

export interface Recall {
  /** Earlier lines, oldest first; the one being typed is not among them. */
  readonly lines: readonly string[];
  /** Place in `lines`; at their end while nothing is recalled. */
  readonly at: number;
  /** What was being typed when recalling began. */
  readonly draft: string;
}

/** A recall at its end. A line that repeats the one before is there once. */
export function recallOf(lines: readonly string[]): Recall {
  const kept = lines.filter((line, at) => line.trim() !== '' && line !== lines[at - 1]);
  return { lines: kept, at: kept.length, draft: '' };
}

/** The next earlier line that begins like the draft, or undefined where there is none. */
export function earlier(recall: Recall, typed: string): { readonly recall: Recall; readonly line: string } | undefined {
  const draft = recall.at === recall.lines.length ? typed : recall.draft;
  const at = recall.lines.findLastIndex((line, index) => index < recall.at && line.startsWith(draft) && line !== typed);
  const line = recall.lines[at];
  return line === undefined ? undefined : { recall: { ...recall, at, draft }, line };
}

/** The next later line, and after the last of them what was being typed. */
export function later(recall: Recall): { readonly recall: Recall; readonly line: string } | undefined {
  if (recall.at === recall.lines.length) return undefined;
  const at = recall.lines.findIndex((line, index) => index > recall.at && line.startsWith(recall.draft));
  if (at < 0) return { recall: { ...recall, at: recall.lines.length }, line: recall.draft };
  return { recall: { ...recall, at }, line: recall.lines[at] ?? '' };
}
