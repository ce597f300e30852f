/** Words and `%` patterns of makefiles (GNU make manual, sections 4.12.1 and 8.2). */

/** Words between white space. */
export function wordsOf(text: string): string[] {
  return text.match(/\S+/g) ?? [];
}

/** What `%` stands for where a word fits a pattern; the empty string where a pattern without `%` is the word. */
export function stemOf(pattern: string, word: string): string | undefined {
  const at = pattern.indexOf('%');
  if (at < 0) return pattern === word ? '' : undefined;
  const after = pattern.length - at - 1;
  if (word.length < at + after || !word.startsWith(pattern.slice(0, at)) || !word.endsWith(pattern.slice(at + 1))) return undefined;
  return word.slice(at, word.length - after);
}

/** A pattern with its `%` filled in. */
export function fill(pattern: string, stem: string): string {
  const at = pattern.indexOf('%');
  return at < 0 ? pattern : pattern.slice(0, at) + stem + pattern.slice(at + 1);
}

/** `patsubst`: every word that fits is written anew. */
export function substitute(pattern: string, replacement: string, text: string): string {
  return wordsOf(text)
    .map((word) => {
      const stem = stemOf(pattern, word);
      if (stem === undefined) return word;
      return pattern.includes('%') ? fill(replacement, stem) : replacement;
    })
    .join(' ');
}

/** Index of the bracket that closes the one at `open`; the text's length where there is none. */
export function closing(text: string, open: number): number {
  const [left, right] = [text[open], text[open] === '(' ? ')' : '}'];
  for (let i = open, depth = 0; i < text.length; i++) {
    if (text[i] === left) depth++;
    else if (text[i] === right && --depth === 0) return i;
  }
  return text.length;
}

/** Index of the first of `chars` that is in no `$(…)`; -1 where there is none. */
export function outside(text: string, chars: string, from = 0): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '$' && (text[i + 1] === '(' || text[i + 1] === '{')) i = closing(text, i + 1);
    else if (chars.includes(text[i]!)) return i;
  }
  return -1;
}
