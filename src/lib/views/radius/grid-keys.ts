/** Where a key leads in a grid: the ARIA grid pattern. Row −1 is the row of heads. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

const PAGE = 10;

/** The next spot, undefined for keys that do not move. */
export function moved({ row, column }: Spot, { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>, rows: number, columns: number): Spot | undefined {
  const within = (to: number) => Math.max(-1, Math.min(rows - 1, to));
  const last = columns - 1;
  switch (key) {
    case 'ArrowDown':
      return { row: within(row + 1), column };
    case 'ArrowUp':
      return { row: within(row - 1), column };
    case 'ArrowRight':
      return { row, column: Math.min(last, column + 1) };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'PageDown':
      return { row: within(row + PAGE), column };
    case 'PageUp':
      return { row: within(row - PAGE), column };
    case 'Home':
      return ctrlKey ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return ctrlKey ? { row: rows - 1, column: last } : { row, column: last };
    default:
      return undefined;
  }
}
