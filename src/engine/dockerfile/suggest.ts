/**
 * The nearest of some names, as in `(did you mean X?)`: fewer than three edits away, none where one is equal.
 * BuildKit `util/suggest`; of equally near names the first.
 */
export function suggest(_word: string, _names: readonly string[], _caseSensitive = true): string | undefined {
  return undefined;
}

/** `message` with ` (did you mean X?)` where `suggest` finds one. */
export function withSuggestion(message: string, word: string, names: readonly string[], caseSensitive = true): string {
  const name = suggest(word, names, caseSensitive);
  return name === undefined ? message : `${message} (did you mean ${name}?)`;
}
