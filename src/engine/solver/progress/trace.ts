/** The status stream gathered by what is shown as one: BuildKit `util/progress/progressui/display.go: trace`. */
import type { Digest } from '../../fs/index.ts';
import type { BuildRecord, StatusEvent, VertexRecord } from '../record.ts';

type StatusUpdate = Extract<StatusEvent, { readonly type: 'status' }>;

/** A stretch of work; open while `stop` is undefined. */
export interface Interval {
  readonly start: number;
  readonly stop: number | undefined;
}

/** A line of output. */
export interface LogLine {
  /** Milliseconds since the shown vertex started. */
  readonly time: number;
  readonly text: string;
}

/** A vertex, or several that share a progress group. */
export interface TraceItem {
  /** Digest of the vertex, or id of the group. */
  readonly id: string;
  readonly name: string;
  readonly statuses: readonly StatusUpdate[];
  readonly warnings: readonly string[];
  readonly logs: readonly LogLine[];
  /** When something was done for it, by start; overlaps are one. */
  readonly intervals: readonly Interval[];
  readonly cached: boolean;
  readonly error: string | undefined;
}

interface Draft {
  readonly id: string;
  readonly name: string;
  readonly members: VertexRecord[];
  readonly statuses: Map<string, StatusUpdate>;
  readonly warnings: string[];
  readonly logs: { time: number; text: string; open: boolean }[];
  readonly spans: Map<number, Interval>;
  readonly cached: Map<Digest, boolean>;
  hidden: boolean;
  error: string | undefined;
}

/** What has been shown by the end of a build, in the order of showing up. Steps nobody came to are left out. */
export function traceOf(record: Pick<BuildRecord, 'vertices' | 'events'>): readonly TraceItem[] {
  const drafts = new Map<string, Draft>();
  const byVertex = new Map<Digest, Draft>();
  for (const vertex of record.vertices) {
    const id = vertex.group?.id ?? vertex.digest;
    let draft = drafts.get(id);
    if (!draft) drafts.set(id, (draft = newDraft(id, vertex)));
    draft.members.push(vertex);
    draft.cached.set(vertex.digest, false);
    byVertex.set(vertex.digest, draft);
  }
  const order = new Set<Draft>();
  for (const event of record.events) {
    const draft = byVertex.get(event.vertex);
    if (draft) take(draft, event, order);
  }
  return [...order].map(finished);
}

function newDraft(id: string, vertex: VertexRecord): Draft {
  return {
    id,
    name: vertex.group?.name ?? vertex.name,
    members: [], statuses: new Map(), warnings: [], logs: [], spans: new Map(), cached: new Map(),
    hidden: vertex.group !== undefined,
    error: undefined,
  };
}

function take(draft: Draft, event: StatusEvent, order: Set<Draft>): void {
  switch (event.type) {
    case 'vertex': {
      if (event.error !== undefined) {
        draft.error ??= event.error;
        draft.hidden = false;
      }
      if (event.started === undefined) return;
      if (!draft.members.find(({ digest }) => digest === event.vertex)?.group?.weak) draft.hidden = false;
      draft.spans.set(event.started, { start: event.started, stop: event.completed });
      draft.cached.set(event.vertex, event.cached ?? false);
      if (!draft.hidden) order.add(draft);
      return;
    }
    case 'status':
      draft.statuses.set(event.id, event);
      return;
    case 'warning':
      draft.warnings.push(event.message);
      return;
    case 'log':
      takeLog(draft, event.time, event.text);
  }
}

function takeLog(draft: Draft, time: number, text: string): void {
  const start = Math.max(0, ...[...draft.spans.keys()].filter((each) => each <= time));
  const lines = text.split('\n');
  const complete = lines.at(-1) === '';
  if (complete) lines.pop();
  lines.forEach((line, i) => {
    const last = draft.logs.at(-1);
    const open = i === lines.length - 1 && !complete;
    if (i === 0 && last?.open) Object.assign(last, { text: last.text + line, open });
    else draft.logs.push({ time: time - start, text: line, open });
  });
}

function finished(draft: Draft): TraceItem {
  return {
    id: draft.id,
    name: draft.name,
    statuses: [...draft.statuses.values()],
    warnings: draft.warnings,
    logs: draft.logs,
    intervals: mergeIntervals([...draft.spans.values()]),
    cached: [...draft.cached.values()].every((cached) => cached),
    error: draft.error,
  };
}

/** Overlapping stretches become one; what has not stopped swallows all that follows. */
function mergeIntervals(spans: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const next of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (!last || (last.stop !== undefined && last.stop < next.start)) merged.push(next);
    else if (last.stop !== undefined && (next.stop === undefined || next.stop > last.stop)) merged.splice(-1, 1, { start: last.start, stop: next.stop });
  }
  return merged;
}

/** When it ended; undefined while it is open. */
export const endOf = (item: TraceItem): number | undefined => item.intervals.at(-1)?.stop;

/** Something else failed first: shown as CANCELED and not listed among the errors. */
export const isCanceled = (error: string): boolean => error.endsWith('context canceled');
