/** What an edit of one thing does to every step of a build: its blast radius, step by step. */
import type { Digest } from '../fs/node.ts';
import type { BuildRecord, StepRecord, VertexRecord } from '../solver/record.ts';

/**
 * `reads`: it runs again because its own key has what was edited. `follows`: it runs again because a step that it stands on ran.
 * `stops`: what it reads was made again and came out the same, so it stays cached. `untouched`: nothing that it reads was made again.
 */
export type Reach = 'untouched' | 'reads' | 'follows' | 'stops';

export interface Radius {
  /** One for each step of the record, in its order. */
  readonly reach: readonly Reach[];
  /** Virtual milliseconds that the build takes longer than one for which nothing changed; absent where none was tried. */
  readonly time?: number;
  /** Uncompressed bytes that the steps which run again write; absent where no build was tried. */
  readonly bytes?: number;
}

const ranAgain = ({ state }: StepRecord): boolean => state === 'rebuilt' || state === 'failed';

/** Ids of the steps that a build ran. */
export const rerunSteps = ({ steps }: BuildRecord): readonly string[] => steps.filter(ranAgain).map(({ id }) => id);

/** Ids of the steps that a radius runs again. */
export const stepsOf = ({ reach }: Radius, steps: readonly { readonly id: string }[]): readonly string[] =>
  steps.flatMap(({ id }, at) => (reach[at] === 'reads' || reach[at] === 'follows' ? id : []));

/** The radius of an edit, seen in the build after it. `reads` says of a step that ran whether its own key has what was edited. */
export function radiusOf(after: BuildRecord, unchanged: BuildRecord, reads: (step: StepRecord) => boolean): Radius {
  const ran = new Set(rerunSteps(after));
  const makers = new Map(after.vertices.map(({ digest, step }) => [digest, step]));
  const stopped: ReadonlySet<Digest> = ran.size === 0 ? none : new Set(after.vertices.filter((vertex) => readsAnew(vertex, makers, ran)).map(({ digest }) => digest));
  const vertices = verticesByStep(stopped.size === 0 ? [] : after.vertices);
  const stops = (step: StepRecord): boolean =>
    step.state === 'cached' && ((step.vertex !== undefined && stopped.has(step.vertex)) || (vertices.get(step.id) ?? []).some(({ digest }) => stopped.has(digest)));
  const reach = after.steps.map((step): Reach => (ran.has(step.id) ? (reads(step) ? 'reads' : 'follows') : stops(step) ? 'stops' : 'untouched'));
  const bytes = after.steps.reduce((sum, step) => sum + (ran.has(step.id) ? (step.bytes ?? 0) : 0), 0);
  return { reach, time: Math.max(0, after.duration - unchanged.duration), bytes };
}

const none: ReadonlySet<never> = new Set();

/** Whether a vertex looks at the content of what a step that ran has made. */
function readsAnew({ key }: VertexRecord, makers: ReadonlyMap<Digest, string | undefined>, ran: ReadonlySet<string>): boolean {
  return (key?.inputs ?? []).some(({ vertex, paths }) => paths !== undefined && ran.has(makers.get(vertex) ?? ''));
}

/** The vertices of each step, in the order of announcement. */
function verticesByStep(vertices: readonly VertexRecord[]): ReadonlyMap<string, readonly VertexRecord[]> {
  const found = new Map<string, VertexRecord[]>();
  for (const vertex of vertices) {
    if (vertex.step === undefined) continue;
    const others = found.get(vertex.step);
    if (others) others.push(vertex);
    else found.set(vertex.step, [vertex]);
  }
  return found;
}

/**
 * Whether a step's own operation is another one in a build: what another build argument changes. Where a builder keeps no keys,
 * a step that ran though nothing that it stands on did.
 */
export function operationChanged(after: BuildRecord, unchanged: BuildRecord): (step: StepRecord) => boolean {
  const [now, before] = [verticesByStep(after.vertices), verticesByStep(unchanged.vertices)];
  const ran = new Set(rerunSteps(after));
  return ({ id, reads }) => {
    const own = now.get(id) ?? [];
    if (own.some(({ key }) => key)) return own.some(({ key }, at) => key?.operation !== before.get(id)?.[at]?.key?.operation);
    return !reads.some((read) => 'step' in read && read.step !== undefined && ran.has(read.step));
  };
}
