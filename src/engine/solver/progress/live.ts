/**
 * `--progress=plain` as it scrolls by: BuildKit `progressui/printer.go: textMux` on the virtual clock. The display refreshes
 * at most every 100 ms, and at least every 150 ms while nothing is said. What was printed stays, so that the text at any
 * moment is the beginning of the text at any later one.
 */
import type { BuildRecord, StatusEvent } from '../record.ts';
import { classicSteps } from './classic.ts';
import { formatBytes, formatSeconds } from './format.ts';
import { LiveTrace } from './live-trace.ts';
import type { LiveItem } from './live-trace.ts';
import { errorLogs, resultLine } from './plain.ts';
import { traceOf } from './trace.ts';

/** A piece of the log, printed at a virtual millisecond. */
export interface PrintedText {
  readonly time: number;
  readonly text: string;
}

const displayInterval = 100;
const tick = 150;
const antiFlicker = 5_000;
const longestWait = 10_000;
const repeatedAfter = 5_000;
const repeatedShare = 0.05;

/** The log in the order of printing; `builder` names the builder in a line before everything. The classic builder's is its own. */
export function liveProgress(record: BuildRecord, options: { readonly builder?: string } = {}): readonly PrintedText[] {
  if (record.strategy === 'classic') return classicSteps(record);
  const printed: PrintedText[] = [];
  const trace = new LiveTrace(record.vertices);
  const mux = new TextMux(trace, options.builder);
  const print = (time: number): void => {
    const text = mux.print(time);
    if (text !== '') printed.push({ time, text });
  };
  let lastUpdate = 0;
  let allowedAt = 0;
  for (const message of messagesOf(record.events)) {
    const { time } = message[0]!;
    for (let at = lastUpdate + tick; at < time; at += tick) print(at);
    for (const event of message) trace.take(event);
    lastUpdate = time;
    if (time < allowedAt) continue;
    allowedAt = time + displayInterval;
    print(time);
  }
  print(record.duration);
  const errors = errorLogs(traceOf(record));
  if (errors !== '') printed.push({ time: record.duration, text: errors });
  return printed;
}

/** What is said at one moment comes in one message. */
function messagesOf(events: readonly StatusEvent[]): readonly (readonly StatusEvent[])[] {
  const messages: StatusEvent[][] = [];
  for (const event of events) {
    const last = messages.at(-1);
    if (last?.[0]?.time === event.time) last.push(event);
    else messages.push([event]);
  }
  return messages;
}

class TextMux {
  readonly #trace: LiveTrace;
  readonly #lastStatus = new Map<string, { readonly current: number; readonly time: number }>();
  #current: LiveItem | undefined;
  #nextIndex = 1;
  #out: string;
  #first = true;

  constructor(trace: LiveTrace, builder: string | undefined) {
    this.#trace = trace;
    this.#out = builder === undefined ? '' : `#0 ${builder}\n\n`;
  }

  /** What is to be printed at a moment. */
  print(now: number): string {
    if (this.#trace.updates.size > 0 || this.#current === undefined) this.#refresh(now);
    const text = this.#nextIndex === 1 ? '' : this.#out;
    if (text !== '') this.#out = '';
    return text;
  }

  #refresh(now: number): void {
    const shown = [...this.#trace.updates].filter((item) => item.started && !item.hidden);
    const completed = shown.filter((item) => item.end !== undefined).sort((a, b) => a.end! - b.end!);
    const open = new Set(shown.filter((item) => item.end === undefined));
    const current = this.#current;
    if (current && completed.includes(current)) this.#printItem(current);
    for (const item of completed) if (item !== current) this.#printItem(item);
    if (open.size === 0) {
      if (current && current.end === undefined) return;
      const some = [...this.#trace.items].find((item) => item.started && item.end === undefined && !item.hidden);
      if (some) this.#printItem(some);
      return;
    }
    if (current && open.has(current)) this.#printItem(current);
    if (current && current.end === undefined) open.add(current);
    this.#share(open, current && completed.includes(current) ? undefined : current, now);
  }

  /** Of several running items the one that says most is shown; the others get their turn. */
  #share(open: ReadonlySet<LiveItem>, current: LiveItem | undefined, now: number): void {
    const waited = (item: LiveItem): number => now - item.countedSince;
    const speed = (item: LiveItem): number => item.count / Math.max(waited(item), 1);
    const busiest = [...open].reduce((a, b) => (speed(b) > speed(a) ? b : a));
    if (!current) return this.#printItem(busiest);
    const late = [...open].find((item) => item !== current && waited(item) > longestWait);
    if (late) return this.#printItem(late);
    const sum = [...open].reduce((total, item) => total + speed(item), 0);
    const share = sum === 0 ? 1 : speed(current) / sum;
    if (busiest !== current && share < 1 && antiFlicker / (1 - share) < waited(current)) this.#printItem(busiest);
  }

  #printItem(item: LiveItem): void {
    if (item.index === 0) item.index = this.#nextIndex++;
    const line = (text: string): void => {
      this.#out += `#${item.index} ${text}\n`;
    };
    if (item !== this.#current) {
      if (this.#current) this.#leave(this.#current);
      if (!this.#first) this.#out += '\n';
      this.#first = false;
      line(item.name);
    }
    const open = this.#printStatuses(item, line);
    for (const warning of item.warnings.splice(0)) line(`WARN: ${warning}`);
    this.#printLogs(item);
    this.#current = item;
    if (item.end !== undefined && !open) {
      this.#current = undefined;
      item.count = 0;
      if (item.partial) this.#out += '\n';
      item.partial = false;
      line(resultLine(item.error, item.cached, item.duration));
    }
    this.#trace.updates.delete(item);
  }

  #leave(item: LiveItem): void {
    if (item.partial) this.#out += '\n';
    item.offset = 0;
    item.count = 0;
    this.#out += `#${item.index} ...\n`;
  }

  /** Prints what changed enough; true where one is still going on. */
  #printStatuses(item: LiveItem, line: (text: string) => void): boolean {
    let open = false;
    for (const [id, { current = 0, total = 0, started, completed, time }] of item.statuses) {
      if (!item.changedStatuses.has(id)) continue;
      const last = this.#lastStatus.get(id);
      if (last && completed === undefined) {
        const grown = total > 0 ? (current - last.current) / total : 0;
        if (grown < repeatedShare && time - last.time < repeatedAfter) continue;
      }
      this.#lastStatus.set(id, { current, time });
      const bytes = total > 0 ? ` ${formatBytes(current)} / ${formatBytes(total)}` : current > 0 ? ` ${formatBytes(current)}` : '';
      const took = started === undefined ? 0 : (completed ?? time) - started;
      line(`${id}${bytes}${took > 10 ? ` ${formatSeconds(took)}` : ''}${completed === undefined ? '' : ' done'}`);
      if (completed === undefined) open = true;
    }
    item.changedStatuses.clear();
    return open;
  }

  #printLogs(item: LiveItem): void {
    item.logs.forEach((text, i) => {
      this.#out += i === 0 && item.offset > 0 ? text.slice(item.offset) : `#${item.index} ${text}`;
      if (i < item.logs.length - 1 || !item.partial) this.#out += '\n';
    });
    const last = item.logs.at(-1);
    item.logs = item.partial && last !== undefined ? [last] : [];
    item.offset = item.partial && last !== undefined ? last.length : 0;
  }
}
