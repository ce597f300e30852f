/** Columns as Go's `text/tabwriter` aligns them. */

/** Every cell but the last of its line is padded; a column is at least ten wide and has three blanks behind its widest cell, as docker asks for. */
export function alignColumns(text: string, least = 10, padding = 3): string {
  const ends = text.endsWith('\n');
  const lines = (ends ? text.slice(0, -1) : text).split('\n').map((line) => line.split('\t'));
  const widths = lines.map((): number[] => []);
  for (let column = 0; lines.some((cells) => cells.length - 1 > column); column++) {
    for (let from = 0; from < lines.length; ) {
      if ((lines[from]?.length ?? 0) - 1 <= column) {
        from++;
        continue;
      }
      let to = from;
      while (to < lines.length && (lines[to]?.length ?? 0) - 1 > column) to++;
      const widest = Math.max(...lines.slice(from, to).map((cells) => length(cells[column] ?? '')));
      for (let line = from; line < to; line++) widths[line]![column] = widest === 0 && padding === 0 ? 0 : Math.max(least, widest + padding);
      from = to;
    }
  }
  return lines.map((cells, line) => cells.map((cell, column) => (column < cells.length - 1 ? cell + ' '.repeat(Math.max(0, (widths[line]?.[column] ?? 0) - length(cell))) : cell)).join('')).join('\n') + (ends ? '\n' : '');
}

const length = (text: string): number => [...text].length;
