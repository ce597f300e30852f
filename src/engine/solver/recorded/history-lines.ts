/** `docker history --format json` as somebody pasted it → the steps that made an image, with the time between them and their sizes. */
import { sha256 } from '../../fs/index.ts';
import { instructionOf } from '../../image/created-by.ts';
import type { StatusEvent, VertexRecord } from '../record.ts';
import type { RecordedStream } from './status-lines.ts';

interface HistoryLine {
  readonly CreatedAt?: unknown;
  readonly CreatedBy?: unknown;
  readonly Size?: unknown;
}

/** The image's steps as a stream, oldest first; undefined where no line is one of `docker history`'s. */
export function readHistoryLines(text: string): RecordedStream | undefined {
  const lines = text.split('\n').flatMap((line) => {
    try {
      const value: unknown = line.trim().startsWith('{') ? JSON.parse(line) : undefined;
      return typeof value === 'object' && value !== null && 'CreatedBy' in value ? [value as HistoryLine] : [];
    } catch {
      return [];
    }
  });
  if (lines.length === 0) return undefined;
  const steps = lines.reverse().map(({ CreatedAt, CreatedBy, Size }) => ({
    text: lineOf(typeof CreatedBy === 'string' ? CreatedBy : ''),
    at: typeof CreatedAt === 'string' ? Date.parse(CreatedAt) : Number.NaN,
    size: typeof Size === 'string' ? Size : '',
  }));
  const known = steps.map(({ at }) => at).filter((at) => !Number.isNaN(at));
  const startedAt = known[0] ?? 0;
  const vertices: VertexRecord[] = [];
  const events: StatusEvent[] = [];
  let end = 0;
  for (const [index, step] of steps.entries()) {
    const completed = Math.max(end, Number.isNaN(step.at) ? end : step.at - startedAt);
    const before = vertices.at(-1);
    const vertex: VertexRecord = { digest: sha256(`${index} ${step.text}`), name: `[${index + 1}/${steps.length}] ${step.text}`, inputs: before ? [before.digest] : [], started: end, completed, cached: false };
    vertices.push(vertex);
    events.push({ type: 'vertex', time: end, vertex: vertex.digest, started: end }, { type: 'log', time: completed, vertex: vertex.digest, stream: 1, text: `${step.size}\n` }, { type: 'vertex', time: completed, vertex: vertex.digest, started: end, completed });
    end = completed;
  }
  return { vertices, events, startedAt, duration: end };
}

/** A line of a Dockerfile; what no instruction made is taken for a RUN. */
function lineOf(createdBy: string): string {
  const line = instructionOf(createdBy);
  return /^[A-Z]+(?: |$)/.test(line) ? line : `RUN ${line}`;
}
