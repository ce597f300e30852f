/** Go's `unicode.IsSpace` for a UTF-16 code unit: like JavaScript's white space, with U+0085 and without U+FEFF. */
export function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 32 || (unit >= 9 && unit <= 13);
  if (unit < 0x1680) return unit === 0x85 || unit === 0xa0;
  return unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0x3000;
}

/** The white space BuildKit splits words at: `[\t\v\f\r ]`. */
export function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || (unit >= 11 && unit <= 13);
}

/** The first place in `from..to` that is not white space, or `to`. */
export function skipSpace(text: string, from: number, to: number): number {
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  return from;
}

/** Go's `strings.TrimSpace`. */
export function trimSpace(text: string): string {
  let to = text.length;
  const from = skipSpace(text, 0, to);
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}
