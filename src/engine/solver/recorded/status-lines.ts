/** `--progress=rawjson` as somebody pasted it: BuildKit's `client.SolveStatus`, one JSON object a line. Lines that are none are skipped. */
import { fromBase64 } from '../../fs/index.ts';
import type { Digest } from '../../fs/node.ts';
import { decodeUtf8 } from '../../source/utf8.ts';
import type { StatusEvent, VertexRecord } from '../record.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The stream with times in milliseconds since its first. */
export interface RecordedStream {
  readonly vertices: readonly VertexRecord[];
  readonly events: readonly StatusEvent[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly duration: number;
}

/** Most messages that are read. */
const most = 200_000;

type Fields = Readonly<Record<string, unknown>>;

/** The stream, or undefined where no line is a message. */
export function readStatusLines(text: string): RecordedStream | undefined {
  const messages: Fields[] = [];
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (!trimmed.startsWith('{') || messages.length >= most) continue;
    const message = objectOf(trimmed);
    if (message && ('vertexes' in message || 'statuses' in message || 'logs' in message || 'warnings' in message)) messages.push(message);
  }
  return messages.length === 0 ? undefined : streamOf(messages);
}

function objectOf(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}

function streamOf(messages: readonly Fields[]): RecordedStream {
  const begin = Math.min(...messages.flatMap(timesOf));
  const startedAt = Number.isFinite(begin) ? begin : 0;
  const at = (value: unknown): number | undefined => {
    const time = timeOf(value);
    return time === undefined ? undefined : time - startedAt;
  };
  const vertices = new Map<string, Writable<VertexRecord>>();
  const events: StatusEvent[] = [];
  let now = 0;
  for (const message of messages) {
    for (const vertex of list(message, 'vertexes')) {
      if (text(vertex, 'digest') === '') continue;
      const digest = text(vertex, 'digest') as Digest;
      const started = at(vertex['started']);
      const completed = at(vertex['completed']);
      now = Math.max(now, started ?? 0, completed ?? 0);
      const error = text(vertex, 'error');
      const cached = vertex['cached'] === true;
      const known = vertices.get(digest);
      if (!known) vertices.set(digest, { digest, name: text(vertex, 'name'), inputs: strings(vertex, 'inputs') as Digest[], cached, ...(started !== undefined && { started }), ...(completed !== undefined && { completed }), ...(error && { error }) });
      else {
        if (started !== undefined) known.started = Math.min(started, known.started ?? Infinity);
        if (completed !== undefined) known.completed = Math.max(completed, known.completed ?? 0);
        if (cached) known.cached = true;
        if (error) known.error = error;
      }
      events.push({ type: 'vertex', time: now, vertex: digest, ...(started !== undefined && { started }), ...(completed !== undefined && { completed }), ...(cached && { cached }), ...(error && { error }) });
    }
    for (const status of list(message, 'statuses')) {
      const time = (now = Math.max(now, at(status['timestamp']) ?? now));
      const started = at(status['started']);
      const completed = at(status['completed']);
      events.push({ type: 'status', time, vertex: text(status, 'vertex') as Digest, id: text(status, 'id'), ...count(status, 'current'), ...count(status, 'total'), ...(started !== undefined && { started }), ...(completed !== undefined && { completed }) });
    }
    for (const log of list(message, 'logs')) {
      const time = (now = Math.max(now, at(log['timestamp']) ?? now));
      events.push({ type: 'log', time, vertex: text(log, 'vertex') as Digest, stream: log['stream'] === 2 ? 2 : 1, text: decoded(text(log, 'data') || text(log, 'msg')) });
    }
    for (const warning of list(message, 'warnings')) {
      const lines = list(warning, 'range').map((range): readonly [number, number] => [line(range['start']), line(range['end'])]);
      const url = text(warning, 'url');
      events.push({ type: 'warning', time: now, vertex: text(warning, 'vertex') as Digest, message: decoded(text(warning, 'short')), ...(url && { url }), ...(lines.length > 0 && { lines }) });
    }
  }
  const ends = [...vertices.values()].map(({ completed }) => completed ?? 0);
  return { vertices: [...vertices.values()], events, startedAt, duration: Math.max(0, now, ...ends) };
}

function timesOf(message: Fields): readonly number[] {
  return ['vertexes', 'statuses', 'logs'].flatMap((kind) => list(message, kind).flatMap((entry) => ['started', 'timestamp', 'completed'].flatMap((field) => timeOf(entry[field]) ?? [])));
}

/** RFC 3339 with up to nanoseconds → milliseconds since 1970. */
function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const fraction = /\.(\d+)/.exec(value)?.[1] ?? '';
  const whole = Date.parse(value.replace(/\.\d+/, ''));
  return Number.isNaN(whole) ? undefined : whole + Number(`0.${fraction || '0'}`) * 1000;
}

function list(from: Fields, name: string): readonly Fields[] {
  const value = from[name];
  return Array.isArray(value) ? value.filter((entry): entry is Fields => typeof entry === 'object' && entry !== null) : [];
}

function text(from: Fields, name: string): string {
  const value = from[name];
  return typeof value === 'string' ? value : '';
}

function strings(from: Fields, name: string): readonly string[] {
  const value = from[name];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function count<N extends 'current' | 'total'>(from: Fields, name: N): { readonly [K in N]?: number } {
  const value = from[name];
  return (typeof value === 'number' && Number.isFinite(value) ? { [name]: value } : {}) as { readonly [K in N]?: number };
}

function line(value: unknown): number {
  const found = typeof value === 'object' && value !== null ? (value as Fields)['line'] : undefined;
  return typeof found === 'number' ? found : 1;
}

/** Messages carry bytes in base64. */
function decoded(base64: string): string {
  return decodeUtf8(fromBase64(base64));
}
