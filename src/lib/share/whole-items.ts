/** The objects of a JSON list that stand whole in a text which ends somewhere: their texts, in order. `opening` is what comes before the first. */
export function wholeItems(text: string, opening: string, most: number): readonly string[] {
  if (!text.startsWith(opening)) return [];
  const items: string[] = [];
  let depth = 0;
  let from = opening.length;
  let quoted = false;
  for (let at = opening.length; at < text.length && items.length < most; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === '\\') at++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{' || letter === '[') {
      if (depth === 0) from = at;
      depth++;
    } else if (letter === '}' || letter === ']') {
      // The end of the list.
      if (depth === 0) return items;
      depth--;
      if (depth === 0) items.push(text.slice(from, at + 1));
    }
  }
  return items;
}
