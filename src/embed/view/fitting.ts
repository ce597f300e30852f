/** Pixels of a letter, of what a chip has around its name, of the row's label, and of the button for what does not fit. */
const LETTER = 7.3;
const AROUND = 26;
const LABEL = 64;
const MORE = 74;

/** How many chips with names of these lengths stand in a row of so many pixels; one at least. */
export function fitting(lengths: readonly number[], width: number): number {
  const needed = (n: number) => LABEL + (n < lengths.length ? MORE : 0) + lengths.slice(0, n).reduce((sum, length) => sum + length * LETTER + AROUND, 0);
  let n = lengths.length;
  while (n > 1 && needed(n) > width) n--;
  return n;
}
