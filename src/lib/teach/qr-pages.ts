/** Codes as texts for QR pictures: few enough letters in each for a camera to read it from a phone's screen. */

/** Letters of one picture: 53 modules a side with the lowest correction, 5 px each on a small phone. */
const room = 300;

/** The codes in order, as many in a page as have room; one that is longer than a page has one of its own. */
export function qrPages(codes: readonly string[]): readonly string[] {
  const pages: string[] = [];
  for (const code of codes) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + 1 + code.length <= room) pages[pages.length - 1] = `${last} ${code}`;
    else pages.push(code);
  }
  return pages;
}
