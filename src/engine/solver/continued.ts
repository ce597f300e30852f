/** A build's record with what the builder and the client do after the images are made: pushes, exports of the cache, loading. */
import { sha256 } from '../fs/index.ts';
import type { Digest } from '../fs/node.ts';
import type { BuildRecord, StatusEvent, VertexRecord } from './record.ts';

/** A piece of work inside a vertex; times in virtual milliseconds since the vertex began. */
export interface LaterStatus {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** Bytes, where the log counts them. */
  readonly bytes?: number;
}

/** A vertex that begins where the record ends; one whose name is there already goes on. */
export interface LaterVertex {
  readonly name: string;
  /** Milliseconds after the record's end. */
  readonly start?: number;
  readonly duration: number;
  readonly statuses: readonly LaterStatus[];
  /** What ends the build with it. */
  readonly error?: string;
}

/** The record with vertices that all begin where it ends. `stopAt`: when Ctrl-C ended them, milliseconds since the build's start. */
export function continued(record: BuildRecord, later: readonly LaterVertex[], stopAt = Infinity): BuildRecord {
  if (later.length === 0) return record;
  const begin = record.duration;
  const end = Math.max(...later.map(({ start = 0, duration }) => begin + start + Math.round(duration)));
  const stopped = end > stopAt;
  const last = Math.min(end, stopAt);
  const vertices = new Map(record.vertices.map((vertex) => [vertex.digest, vertex]));
  const events: StatusEvent[] = [];
  for (const vertex of later) {
    const known = record.vertices.findLast(({ name }) => name === vertex.name);
    const digest = known?.digest ?? sha256(`${vertex.name} after ${record.number}`);
    const from = begin + (vertex.start ?? 0);
    if (from > last) continue;
    const to = from + Math.round(vertex.duration);
    const error = to > last ? 'context canceled' : vertex.error;
    const completed = Math.min(to, last);
    if (!known) events.push({ type: 'vertex', time: from, vertex: digest });
    events.push({ type: 'vertex', time: from, vertex: digest, started: from, cached: false });
    for (const status of vertex.statuses) events.push(...statusEvents(status, digest, from, last));
    events.push({ type: 'vertex', time: completed, vertex: digest, started: from, completed, cached: false, ...(error !== undefined && { error }) });
    vertices.set(digest, ended(known, { digest, name: vertex.name, started: from, completed, ...(error !== undefined && { error }) }));
  }
  const failed = stopped ? 'Canceled: context canceled' : later.find(({ error }) => error !== undefined)?.error;
  return {
    ...record,
    vertices: [...vertices.values()],
    events: [...record.events, ...inOrder(events)],
    duration: last,
    ...(failed !== undefined && failure(record, failed)),
  };
}

function statusEvents({ id, start, end, bytes }: LaterStatus, vertex: Digest, from: number, last: number): readonly StatusEvent[] {
  const started = from + Math.round(start);
  const completed = from + Math.round(end);
  const size = bytes === undefined ? {} : { total: bytes };
  if (started > last) return [];
  const begun: StatusEvent = { type: 'status', time: started, vertex, id, started, ...(bytes !== undefined && { current: 0 }), ...size };
  if (completed > last) return [begun];
  return [begun, { type: 'status', time: completed, vertex, id, started, ...(bytes !== undefined && { current: bytes }), ...size, completed }];
}

/** By time; what has the same time stays as it was said. */
const inOrder = (events: readonly StatusEvent[]): readonly StatusEvent[] =>
  events.map((event, at) => ({ event, at })).sort((a, b) => a.event.time - b.event.time || a.at - b.at).map(({ event }) => event);

function ended(known: VertexRecord | undefined, now: Pick<VertexRecord, 'digest' | 'name' | 'started' | 'completed' | 'error'>): VertexRecord {
  if (!known) return { ...now, inputs: [], cached: false };
  return { ...known, completed: now.completed!, ...(now.error !== undefined && { error: now.error }) };
}

function failure(record: BuildRecord, message: string): Pick<BuildRecord, 'ok' | 'error' | 'diagnostics'> {
  const diagnostic = { code: 'build', severity: 'error' as const, message, range: { from: 0, to: 0 }, lines: [] };
  return { ok: false, error: { message, diagnostic }, diagnostics: [...record.diagnostics, diagnostic] };
}
