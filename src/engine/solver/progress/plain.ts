/**
 * `--progress=plain` of a finished build: BuildKit `util/progress/progressui/printer.go`, with all that happened shown at once,
 * as `docker buildx history logs` does. Vertices stand in the order in which they ended; those still open, in a record cut
 * short, come last and without a result.
 */
import type { BuildRecord } from '../record.ts';
import { formatBytes, formatLogTime, formatSeconds } from './format.ts';
import { endOf, isCanceled, traceOf } from './trace.ts';
import type { TraceItem } from './trace.ts';

/** Log lines that are repeated under a failed step. */
const repeatedLines = 10;

/** Text of the log, each line with its newline. `builder` names it in a line of its own before everything. */
export function plainProgress(record: BuildRecord, options: { readonly builder?: string } = {}): string {
  const items = traceOf(record);
  const shown = [...items].sort((a, b) => order(a) - order(b));
  let text = options.builder === undefined ? '' : `#0 ${options.builder}\n\n`;
  let left: number | undefined;
  shown.forEach((item, i) => {
    const number = i + 1;
    if (left !== undefined) text += `#${left} ...\n`;
    if (i > 0) text += '\n';
    const { body, open } = itemText(item, number);
    text += body;
    left = open ? number : undefined;
  });
  return text + errorLogs(items);
}

/** What the steps that failed printed last, in a block each. */
export function errorLogs(items: readonly TraceItem[]): string {
  return items
    .filter(({ error }) => error !== undefined && !isCanceled(error))
    .map(({ name, logs }) => {
      const lines = logs.slice(-repeatedLines).map(({ time, text }) => `${formatLogTime(time)} ${text}\n`);
      return `------\n > ${name}:\n${lines.join('')}------\n`;
    })
    .join('');
}

/** When it ended; what is open comes after all that is not. */
const order = (item: TraceItem): number => endOf(item) ?? Number.MAX_VALUE;

function itemText(item: TraceItem, number: number): { readonly body: string; readonly open: boolean } {
  const lines = [item.name];
  for (const { id, current, total, started, completed, time } of item.statuses) {
    let line = id;
    if (total) line += ` ${formatBytes(current ?? 0)} / ${formatBytes(total)}`;
    else if (current) line += ` ${formatBytes(current)}`;
    const took = started === undefined ? 0 : (completed ?? time) - started;
    if (took > 10) line += ` ${formatSeconds(took)}`;
    lines.push(completed === undefined ? line : `${line} done`);
  }
  for (const warning of item.warnings) lines.push(`WARN: ${warning}`);
  for (const { time, text } of item.logs) lines.push(`${formatLogTime(time)} ${text}`);
  const open = endOf(item) === undefined || item.statuses.some(({ completed }) => completed === undefined);
  if (!open) {
    const worked = item.intervals.reduce((sum, { start, stop }) => sum + (stop ?? start) - start, 0);
    lines.push(resultLine(item.error, item.cached, worked));
  }
  return { body: lines.map((line) => `#${number} ${line}\n`).join(''), open };
}

/** How a vertex ended: `DONE 0.1s`, `CACHED`, `ERROR: …` or `CANCELED`. Milliseconds. */
export function resultLine(error: string | undefined, cached: boolean, duration: number): string {
  if (error !== undefined) return isCanceled(error) ? 'CANCELED' : `ERROR: ${error}`;
  return cached ? 'CACHED' : `DONE ${formatSeconds(duration)}`;
}
