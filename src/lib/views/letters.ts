/** The measure of the letters in pictures: an SVG has no line breaks and no ellipsis. */

/** Widths of letters of the sans face in thousandths of its size, a little more than Inter's, so that a fallback fits too. */
function thousandths(letter: string): number {
  if (/[ilj.,:;'|!()[\]‘’I]/.test(letter)) return 320;
  if (/[ftr/\s-]/.test(letter)) return 430;
  if (/[mwMW@%…]/.test(letter)) return 960;
  if (/[A-Z]/.test(letter)) return 730;
  return isWide(letter) ? 1_050 : 620;
}

/** Beyond the alphabets, the punctuation and the arrows: a square each. */
const isWide = (letter: string): boolean => letter > '\u2bff';

/** About how wide a text is drawn, pixels; `mono`: in the face in which all letters are alike, where only wide scripts differ. */
export function widthOf(text: string, size: number, face: 'sans' | 'mono' = 'sans'): number {
  let width = 0;
  for (const letter of text) width += face === 'mono' ? (isWide(letter) ? 1_050 : 602) : thousandths(letter);
  return (width * size) / 1_000;
}

/** As much of a text as has room, with `…` where something is left out: `end` of it, or its `start` where the end says more. */
export function fitted(text: string, room: number, size: number, face: 'sans' | 'mono' = 'sans', keep: 'start' | 'end' = 'start'): string {
  if (widthOf(text, size, face) <= room) return text;
  const letters = [...text];
  const last = keep === 'end';
  let width = widthOf('…', size, face);
  if (width > room) return '';
  let count = 0;
  for (; count < letters.length; count++) {
    width += widthOf(letters[last ? letters.length - 1 - count : count]!, size, face);
    if (width > room) break;
  }
  return last ? `…${letters.slice(letters.length - count).join('')}` : `${letters.slice(0, count).join('').trimEnd()}…`;
}

/** A text in lines of a width, at most so many; the last says by `…` that there was more. */
export function wrapped(text: string, room: number, size: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (widthOf(longer, size) <= room || lines.length > most)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  const rest = lines.slice(most);
  if (rest.length > 0 && shown.length > 0) shown[shown.length - 1] += ` ${rest.join(' ')}`;
  return shown.map((line) => fitted(line, room, size));
}
