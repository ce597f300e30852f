/**
 * `--progress=tty`: what stands on the terminal, at the end or at a moment of the build (BuildKit
 * `util/progress/progressui/display.go: consoleDisplay, ttyDisplay`). The real display draws over itself; this is one drawing.
 * Of several running steps the one with most output is given a little terminal first; how often each had one before is not
 * followed.
 */
import { utf8Length } from '../../source/utf8.ts';
import type { BuildRecord, StatusEvent } from '../record.ts';
import { formatBytes, formatLogTime } from './format.ts';
import { terminalLines } from './terminal.ts';
import { endOf, isCanceled, traceOf } from './trace.ts';
import type { TraceItem } from './trace.ts';

/** How a line is coloured: blue, yellow, red, and faint for output; what runs has no colour. */
export type TtyTone = 'done' | 'canceled' | 'failed' | 'output';

/** A line of the display, padded as BuildKit pads it. */
export interface TtyLine {
  readonly text: string;
  readonly tone?: TtyTone;
}

export interface TtyOptions {
  /** Columns of the terminal. */
  readonly width?: number;
  /** Rows of the terminal; only what is drawn before the end has to fit. */
  readonly height?: number;
  /** Stands at the right end of the first line: `docker:default`. */
  readonly builder?: string;
  /** Virtual milliseconds since the start; absent: the end. */
  readonly at?: number;
}

/** Columns beside the output of a running step. */
const outputMargin = 10;
/** Rows of output that a running step may have, and the room that must be left for it. */
const outputRows = 6;
const outputRoom = outputRows + 3;
/** Below this many columns for its name a line is left out. */
const leastName = 12;

interface Row {
  readonly name: string;
  readonly status?: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly completed: boolean;
  readonly tone: TtyTone;
  /** What a running step printed. */
  readonly output: string;
}

/** All that is left on the terminal when the build is over, the output of failed steps included, each line with its newline. */
export function ttyProgress(record: BuildRecord, options: Omit<TtyOptions, 'at'> = {}): string {
  const lines = ttyLines(record, options).map(({ text }) => `${text}\n`);
  return lines.join('') + failedOutput(record);
}

/** The display, line by line. */
export function ttyLines(record: BuildRecord, options: TtyOptions = {}): readonly TtyLine[] {
  const { width = 80, height = 24, builder = '' } = options;
  const ended = options.at === undefined || options.at >= record.duration;
  const now = ended ? record.duration : options.at;
  const events = ended ? record.events : record.events.filter(({ time }) => time <= now);
  const items = traceOf({ vertices: record.vertices, events });
  const outputs = outputsOf(record, events);
  const rows = items.flatMap((item) => rowsOf(item, now, outputs.get(item.id) ?? ''));
  const shown = chooseOutputs(rows, width, height);
  const hidden = [...shown.values()].reduce((sum, lines) => sum + lines.length, 0);
  const visible = ended ? rows : fitRows(rows, height - 2 - hidden);
  const header = headerOf(record, items, events, { now, ended, width, builder });
  return [
    { text: header },
    ...visible.flatMap((row): readonly TtyLine[] => {
      const line = lineOf(row, width);
      if (!line) return [];
      const output = (shown.get(row) ?? []).map((text): TtyLine => ({ text: ` => => # ${text.padEnd(width - outputMargin)}`, tone: 'output' }));
      return [line, ...output];
    }),
  ];
}

interface HeaderFacts {
  readonly now: number;
  readonly ended: boolean;
  readonly width: number;
  readonly builder: string;
}

function headerOf(record: BuildRecord, items: readonly TraceItem[], events: readonly StatusEvent[], { now, ended, width, builder }: HeaderFacts): string {
  const { completed, total } = countsOf(record, items, events);
  const first = events.find((event) => event.type === 'vertex' && event.started !== undefined);
  const elapsed = first ? (now - first.time) / 1000 : 0;
  const finished = ended && completed > 0 && completed === total ? 'FINISHED' : '';
  const text = `[+] Building ${elapsed.toFixed(1)}s (${completed}/${total}) ${finished}`;
  return (builder === '' ? align(text, '', width) : align(text, builder, width - 1)).slice(0, width);
}

/** Vertices known so far; those of a group count once each and once more for the group, as upstream counts them. */
function countsOf(record: BuildRecord, items: readonly TraceItem[], events: readonly StatusEvent[]): { readonly completed: number; readonly total: number } {
  const known = new Set(events.flatMap((event) => (event.type === 'vertex' ? event.vertex : [])));
  const weights = new Map<string, number>();
  let total = 0;
  for (const { digest, group } of record.vertices) {
    if (!known.has(digest)) continue;
    if (group) weights.set(group.id, (weights.get(group.id) ?? 1) + 1);
    else total++;
  }
  let completed = 0;
  for (const item of items) {
    const weight = weights.get(item.id);
    total += weight ?? 0;
    if (endOf(item) !== undefined) completed += weight ?? 1;
  }
  return { completed, total };
}

/** A line for the item, one for each of its statuses and warnings. */
function rowsOf(item: TraceItem, now: number, output: string): readonly Row[] {
  const { error, cached } = item;
  const plain = item.name.replaceAll('\t', ' ');
  const prefix = error === undefined ? '' : isCanceled(error) ? 'CANCELED ' : 'ERROR ';
  const tone = error === undefined ? 'done' : isCanceled(error) ? 'canceled' : 'failed';
  const duration = item.intervals.reduce((sum, { start, stop = now }) => sum + stop - start, 0);
  const last = item.intervals.at(-1);
  const head: Row = { name: `${cached ? 'CACHED ' : ''}${prefix}${plain}`, duration, completed: endOf(item) !== undefined, tone, output };
  const statuses = item.statuses.map(({ id, current = 0, total = 0, started = now, completed }): Row => {
    const bytes = total > 0 ? `${formatBytes(current)} / ${formatBytes(total)}` : current > 0 ? formatBytes(current) : undefined;
    return {
      name: `=> ${id}`,
      duration: (completed ?? now) - started,
      completed: completed !== undefined,
      tone: 'done',
      output: '',
      ...(bytes !== undefined && { status: bytes }),
    };
  });
  // A warning counts as something that is never completed, so that it is neither coloured nor scrolled away.
  const warnings = item.warnings.map((text): Row => ({
    name: `WARN: ${text}`, duration: last ? (last.stop ?? now) - last.start : 0, completed: false, tone: 'canceled', output: '',
  }));
  return [head, ...statuses, ...warnings];
}

function lineOf({ name, status, duration, completed, tone }: Row, width: number): TtyLine | undefined {
  const seconds = duration < 50 ? 0 : duration / 1000;
  const prefix = ' => ';
  // Upstream's timer ends in its newline, which takes a column.
  const timer = ` ${seconds.toFixed(1).padStart(3)}s\n`;
  let left = width - prefix.length - timer.length - 1;
  const withStatus = status !== undefined && left + status.length > 20;
  if (withStatus) left -= status.length + 1;
  if (left < leastName) return undefined;
  const text = `${prefix}${cut(name, left)}${withStatus ? ` ${status}` : ''}`;
  return { text: align(text, timer, width).slice(0, -1), ...(completed && { tone }) };
}

/** Left, room, right: Go's `%-*s %s`. */
const align = (left: string, right: string, width: number): string => `${left.padEnd(width - right.length - 1)} ${right}`;

/** As much of a text as fits in so many bytes. */
function cut(text: string, bytes: number): string {
  if (utf8Length(text) <= bytes) return text;
  let left = bytes;
  let out = '';
  for (const character of text) {
    left -= utf8Length(character);
    if (left < 0) break;
    out += character;
  }
  return out;
}

/** Output of the steps that run, as far as there is room for it: most output first. */
function chooseOutputs(rows: readonly Row[], width: number, height: number): ReadonlyMap<Row, readonly string[]> {
  const running = rows.filter(({ completed }) => !completed);
  let free = height - 2 - running.length;
  const chosen = new Map<Row, readonly string[]>();
  for (const row of running.filter(({ output }) => output !== '').sort((a, b) => b.output.length - a.output.length)) {
    if (free <= outputRoom) break;
    chosen.set(row, terminalLines(row.output, Math.max(1, width - outputMargin), outputRows));
    free -= outputRoom;
  }
  return chosen;
}

/** The last rows that fit; running ones that would be lost take the place of completed ones. */
function fitRows(rows: readonly Row[], limit: number): readonly Row[] {
  if (limit < 0) return [];
  if (rows.length <= limit) return rows;
  const visible = rows.slice(rows.length - limit);
  const lost = rows.slice(0, rows.length - limit).filter(({ completed }) => !completed);
  const kept = visible.filter((row, i) => !row.completed || i >= lost.length);
  const room = visible.length - kept.length;
  return [...lost.slice(lost.length - room), ...kept];
}

/** All output of each item, by id. */
function outputsOf(record: BuildRecord, events: readonly StatusEvent[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>(record.vertices.map(({ digest, group }) => [digest, group?.id ?? digest]));
  const outputs = new Map<string, string>();
  for (const event of events) {
    const id = event.type === 'log' ? ids.get(event.vertex) : undefined;
    if (event.type === 'log' && id !== undefined) outputs.set(id, (outputs.get(id) ?? '') + event.text);
  }
  return outputs;
}

/** A block for each step that failed, with all that it printed. */
function failedOutput(record: BuildRecord): string {
  return traceOf(record)
    .filter(({ error }) => error !== undefined && !isCanceled(error))
    .map(({ name, logs }) => `------\n > ${name}:\n${logs.map(({ time, text }) => `${formatLogTime(time)} ${text}\n`).join('')}------\n`)
    .join('');
}
