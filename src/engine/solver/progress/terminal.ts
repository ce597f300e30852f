/**
 * The little terminal that the tty display keeps for the output of a running step: six lines that scroll (tonistiigi/vt100,
 * as `progressui/display.go` uses it). It scrolls when something is written, not at the newline before. Escape sequences
 * are dropped: what they erase or move is not followed.
 */

/** Cursor movements, colours and titles. */
const escapes = new RegExp('\\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)?|[@-Z\\\\^_])', 'g');

const tabStop = 8;

/** The lines that are not empty after a text was written, without the spaces at their ends. */
export function terminalLines(text: string, width: number, height: number): readonly string[] {
  const rows: string[][] = Array.from({ length: height }, () => []);
  let [x, y] = [0, 0];
  const put = (character: string): void => {
    if (y >= height) {
      rows.shift();
      rows.push([]);
      y = height - 1;
    }
    const row = rows[y]!;
    while (row.length < x) row.push(' ');
    row[x++] = character;
    if (x >= width) [x, y] = [0, y + 1];
  };
  for (const character of text.replace(escapes, '')) {
    if (character === '\n') [x, y] = [0, y + 1];
    else if (character === '\r') x = 0;
    else if (character === '\b') x = Math.max(0, x - 1);
    else if (character === '\t') for (let n = tabStop - (x % tabStop); n > 0; n--) put(' ');
    else if (character >= ' ') put(character);
  }
  return rows.map((row) => row.join('').trimEnd()).filter((line) => line !== '');
}
