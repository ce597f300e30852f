/** The tables that the benchmark prints. */

/** One measurement, as texts; `met` is absent where there is no goal. */
export interface Row {
  readonly name: string;
  readonly ours: string;
  readonly peers?: string;
  readonly ratio?: string;
  readonly goal?: string;
  readonly met?: boolean;
}

/** A heading, what was measured on, and the measurements. */
export interface Table {
  readonly title: string;
  readonly note?: string;
  readonly rows: readonly Row[];
}

const columns = ['name', 'ours', 'peers', 'ratio', 'goal', 'met?'] as const;

const cells = ({ name, ours, peers = '', ratio = '', goal = '', met }: Row): readonly string[] => [
  name, ours, peers, ratio, goal, met === undefined ? '' : met ? 'met' : 'missed',
];

/** A table as text with columns as wide as their widest cell. */
export function tableText({ title, note, rows }: Table): string {
  const lines = [columns, ...rows.map(cells)];
  const used = columns.map((_, at) => lines.slice(1).some((line) => line[at] !== ''));
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)));
  const text = lines.map((line) => line.flatMap((cell, at) => (used[at] ? [cell.padEnd(widths[at]!)] : [])).join('  ').trimEnd());
  return [title, ...(note === undefined ? [] : [note]), '', ...text.map((line) => `  ${line}`), ''].join('\n');
}

/** Milliseconds with three digits that count. */
export function ms(time: number): string {
  return `${time >= 100 ? time.toFixed(0) : time.toPrecision(3)} ms`;
}

/** `12.3×`. */
export function times(ratio: number): string {
  return `${ratio >= 100 ? Math.round(ratio).toLocaleString('en') : ratio.toPrecision(3)}×`;
}

/** Megabytes (10⁶) a second. */
export const megabytesPerSecond = (bytes: number, time: number): number => bytes / 1000 / time;

export const mbps = (speed: number): string => `${speed.toPrecision(3)} MB/s`;
