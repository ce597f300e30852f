/** What Tab does: the longest beginning that all candidates share is filled in, and where that is nothing more, they are shown. */

/** Candidates for the part of a line between two places. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly candidates: readonly string[];
}

/** The beginning that all have. */
export function sharedBeginning(candidates: readonly string[]): string {
  const [first = '', ...others] = candidates;
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && first[same] === other[same]) same++;
    length = same;
  }
  return first.slice(0, length);
}

/** The line with the completion filled in, where the cursor is then, and the candidates that are left to choose from. */
export function completed(line: string, { from, to, candidates }: Completion): { readonly line: string; readonly cursor: number; readonly choices: readonly string[] } {
  if (candidates.length === 0) return { line, cursor: to, choices: [] };
  const only = candidates.length === 1;
  const filled = only ? `${candidates[0]}${/[/=]$/.test(candidates[0] ?? '') ? '' : ' '}` : sharedBeginning(candidates);
  const typed = line.slice(from, to);
  const insert = filled.length >= typed.length ? filled : typed;
  const rest = only && line[to] === ' ' ? line.slice(to + 1) : line.slice(to);
  return { line: line.slice(0, from) + insert + rest, cursor: from + insert.length, choices: only || insert !== typed ? [] : candidates };
}
