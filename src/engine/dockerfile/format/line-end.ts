/** A line without the blanks at its end. */
export function withoutBlanksAtEnd(line: string): string {
  let to = line.length;
  while (to > 0 && ' \t\r'.includes(line[to - 1]!)) to--;
  return line.slice(0, to);
}
