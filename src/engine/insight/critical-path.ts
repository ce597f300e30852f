/**
 * What a build's duration is made of: the chain of work, each piece begun when the one before it ended, that leads from the
 * build's start to its end. Whatever is not on it could take longer without the build taking longer.
 */
import type { Digest } from '../fs/node.ts';
import type { BuildRecord } from '../solver/record.ts';

/** A stretch of the path, in virtual milliseconds since the build's start. */
export interface CriticalStretch {
  readonly vertex: Digest;
  /** Id of the step that the vertex belongs to. */
  readonly step?: string;
  readonly started: number;
  readonly completed: number;
  /** Nothing worked here: the vertex waited for its turn. */
  readonly waiting?: true;
}

interface Stretch {
  readonly vertex: Digest;
  readonly started: number;
  readonly completed: number;
}

/** The path from first to last; its stretches meet, and together they last as long as the build. */
export function criticalPath(record: BuildRecord): readonly CriticalStretch[] {
  const vertices = new Map(record.vertices.map((vertex) => [vertex.digest, vertex]));
  const inputs = (digest: Digest): readonly Digest[] => vertices.get(digest)?.inputs ?? [];
  const work = workOf(record);
  const path: CriticalStretch[] = [];
  const add = (vertex: Digest, started: number, completed: number, waiting: boolean): void => {
    const step = vertices.get(vertex)?.step;
    path.push({ vertex, ...(step !== undefined && { step }), started, completed, ...(waiting && { waiting }) });
  };
  let at = record.duration;
  let user: Digest | undefined;
  while (at > 0) {
    const before = precedingWork(work, at, user, inputs);
    const waits = user ?? before?.vertex;
    if (waits === undefined) break;
    const ended = before?.completed ?? 0;
    if (ended < at) add(waits, ended, at, true);
    if (!before) break;
    add(before.vertex, before.started, ended, false);
    at = before.started;
    user = before.vertex;
  }
  return path.reverse();
}

/** Everything that took time, by its end. A vertex that was begun several times is there as often. */
function workOf({ events }: BuildRecord): readonly Stretch[] {
  const work = events.flatMap((event): Stretch[] => {
    if (event.type !== 'vertex' || event.started === undefined || event.completed === undefined) return [];
    const { vertex, started, completed } = event;
    return completed > started ? [{ vertex, started, completed }] : [];
  });
  return work.sort((a, b) => a.completed - b.completed);
}

/**
 * What ended when the stretch of `user` began: something that it reads, else whatever made room for it. Where nothing ended
 * just then, the last that it reads, else the last of all.
 */
function precedingWork(
  work: readonly Stretch[],
  at: number,
  user: Digest | undefined,
  inputs: (digest: Digest) => readonly Digest[],
): Stretch | undefined {
  const read = user === undefined ? undefined : everythingRead(user, inputs);
  const isRead = ({ vertex }: Stretch): boolean => read?.has(vertex) ?? false;
  const ended = work.filter(({ completed }) => completed <= at);
  const now = ended.filter(({ completed }) => completed === at);
  return now.findLast(isRead) ?? now.at(-1) ?? ended.findLast(isRead) ?? ended.at(-1);
}

function everythingRead(vertex: Digest, inputs: (digest: Digest) => readonly Digest[]): ReadonlySet<Digest> {
  const found = new Set<Digest>();
  const pending = [...inputs(vertex)];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    pending.push(...inputs(at));
  }
  return found;
}
