import { goLower, goUpper } from './go/case.ts';

/** A name this many edits away is no longer meant. */
const tooFar = 3;

/**
 * The nearest of some names, as in `(did you mean X?)`: fewer than three edits away, none where one is equal.
 * BuildKit `util/suggest`, which takes any of several equally near names;
 * this prefers one with the same first letter, then the first. Where case does not matter, the answer has the word's case.
 */
export function suggest(word: string, names: readonly string[], caseSensitive = true): string | undefined {
  const wanted = caseSensitive ? word : goLower(word);
  let nearest: string | undefined;
  let distance = tooFar;
  let startsAlike = false;
  for (const candidate of names) {
    const name = caseSensitive ? candidate : goLower(candidate);
    if (name === wanted) return undefined;
    const away = editDistance(wanted, name, tooFar);
    const alike = name[0] === wanted[0];
    if (away > distance || away >= tooFar || (away === distance && (startsAlike || !alike))) continue;
    [nearest, distance, startsAlike] = [caseSensitive ? name : inCaseOf(name, word), away, alike];
  }
  return nearest || undefined;
}

/** `message` with ` (did you mean X?)` where `suggest` finds one. */
export function withSuggestion(message: string, word: string, names: readonly string[], caseSensitive = true): string {
  const name = suggest(word, names, caseSensitive);
  return name === undefined ? message : `${message} (did you mean ${name}?)`;
}

function inCaseOf(name: string, word: string): string {
  if (word === goLower(word)) return goLower(name);
  return word === goUpper(word) ? goUpper(name) : name;
}

/** Levenshtein distance in characters, or `limit` where it is at least that. */
function editDistance(a: string, b: string, limit: number): number {
  const from = Array.from(a.slice(0, 2 * (b.length + limit)));
  const to = Array.from(b);
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let row = to.map((_, i) => i + 1);
  for (const [i, char] of from.entries()) {
    let left = i + 1;
    let corner = i;
    row = row.map((above, j) => {
      left = Math.min(above + 1, left + 1, corner + (char === to[j] ? 0 : 1));
      corner = above;
      return left;
    });
  }
  return Math.min(row.at(-1) ?? from.length, limit);
}
