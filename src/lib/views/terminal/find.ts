/** Finding text in what was printed: every place, in reading order, letter case aside. */

export interface Place {
  /** Which of the texts. */
  readonly text: number;
  readonly from: number;
  readonly to: number;
}

/** Most places that are worth marking. */
const most = 2_000;

/** All places of a word in the texts; none for an empty word. */
export function placesOf(texts: readonly string[], word: string): readonly Place[] {
  const needle = word.toLowerCase();
  const found: Place[] = [];
  if (needle === '') return found;
  for (const [text, whole] of texts.entries()) {
    const low = whole.toLowerCase();
    // A letter whose lower case is longer would shift all places after it: such a text is searched as it is.
    const hay = low.length === whole.length ? low : whole;
    for (let from = hay.indexOf(needle); from >= 0; from = hay.indexOf(needle, from + needle.length)) {
      if (found.push({ text, from, to: from + needle.length }) >= most) return found;
    }
  }
  return found;
}
