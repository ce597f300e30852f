/**
 * What the plain display knows while a build runs: BuildKit `util/progress/progressui/display.go: trace`. Messages of the
 * status stream change it, printing takes away what is printed.
 */
import type { Digest } from '../../fs/index.ts';
import type { StatusEvent, VertexRecord } from '../record.ts';
import { formatLogTime } from './format.ts';

type StatusUpdate = Extract<StatusEvent, { readonly type: 'status' }>;

/** A vertex or a progress group, with what was not printed yet. */
export class LiveItem {
  readonly name: string;
  /** Number in the log, given when it is first printed. */
  index = 0;
  /** Hidden until a member that is not weak starts. */
  hidden: boolean;
  error: string | undefined;
  readonly statuses = new Map<string, StatusUpdate>();
  readonly changedStatuses = new Set<string>();
  readonly warnings: string[] = [];
  /** Output lines to print, without newlines. */
  logs: string[] = [];
  /** The last output line has no newline yet. */
  partial = false;
  /** Characters of the first output line that are printed already. */
  offset = 0;
  /** Things that happened since it was last the current one, and since when they are counted. */
  count = 0;
  countedSince = 0;
  readonly #members = new Map<Digest, boolean>();
  readonly #spans = new Map<number, number | undefined>();

  constructor(vertex: VertexRecord) {
    this.name = vertex.group?.name ?? vertex.name;
    this.hidden = vertex.group !== undefined;
  }

  get cached(): boolean {
    return [...this.#members.values()].every((cached) => cached);
  }

  get started(): boolean {
    return this.#spans.size > 0;
  }

  /** Start of the latest stretch of work. */
  get begin(): number {
    return Math.max(...this.#spans.keys());
  }

  /** When the latest stretch of work ended; undefined while one is open. */
  get end(): number | undefined {
    const stops = [...this.#spans.values()];
    return stops.length === 0 || stops.includes(undefined) ? undefined : Math.max(...(stops as number[]));
  }

  /** Milliseconds that it worked; overlapping stretches count once. */
  get duration(): number {
    let sum = 0;
    let until = -Infinity;
    for (const [start, stop = start] of [...this.#spans].sort((a, b) => a[0] - b[0])) {
      sum += Math.max(0, stop - Math.max(start, until));
      until = Math.max(until, stop);
    }
    return sum;
  }

  join(vertex: Digest): void {
    this.#members.set(vertex, false);
  }

  happened(now: number): void {
    if (this.count === 0) this.countedSince = now;
    this.count++;
  }

  takeVertex(event: Extract<StatusEvent, { readonly type: 'vertex' }>, weak: boolean): void {
    if (event.error !== undefined) {
      this.error ??= event.error;
      this.hidden = false;
    }
    if (event.started === undefined) return;
    if (!weak) this.hidden = false;
    this.#spans.set(event.started, event.completed);
    this.#members.set(event.vertex, event.cached ?? false);
  }

  takeLog(time: number, text: string): void {
    const lines = text.split('\n');
    const complete = lines.at(-1) === '';
    if (complete) lines.pop();
    lines.forEach((line, i) => {
      if (i === 0 && this.partial && this.logs.length > 0) this.logs[this.logs.length - 1] += line;
      else this.logs.push(`${formatLogTime(this.started ? time - this.begin : 0)} ${line}`);
    });
    this.partial = !complete;
  }
}

/** All items of a build, by vertex. */
export class LiveTrace {
  readonly items = new Set<LiveItem>();
  /** Items with something to print. */
  readonly updates = new Set<LiveItem>();
  readonly #byVertex = new Map<Digest, LiveItem>();
  readonly #weak = new Set<Digest>();

  constructor(vertices: readonly VertexRecord[]) {
    const groups = new Map<string, LiveItem>();
    for (const vertex of vertices) {
      const { group, digest } = vertex;
      const item = (group && groups.get(group.id)) ?? new LiveItem(vertex);
      if (group) groups.set(group.id, item);
      if (group?.weak) this.#weak.add(digest);
      item.join(digest);
      this.items.add(item);
      this.#byVertex.set(digest, item);
    }
  }

  take(event: StatusEvent): void {
    const item = this.#byVertex.get(event.vertex);
    if (!item) return;
    switch (event.type) {
      case 'vertex':
        item.takeVertex(event, this.#weak.has(event.vertex));
        if (event.started === undefined || item.hidden) return;
        break;
      case 'status':
        item.statuses.set(event.id, event);
        item.changedStatuses.add(event.id);
        break;
      case 'warning':
        item.warnings.push(event.message);
        item.happened(event.time);
        return;
      case 'log':
        item.takeLog(event.time, event.text);
    }
    item.happened(event.time);
    this.updates.add(item);
  }
}
