/** What took time in a build, by lane: the frontend, the context, each stage, the image. */
import type { BuildRecord, VertexRecord } from '#engine/solver/record.ts';
import { t } from '#messages/index.ts';

/** A vertex that took time, in virtual milliseconds. */
export interface Work {
  readonly vertex: VertexRecord;
  readonly from: number;
  readonly to: number;
  /** When all that it reads was there: until `from` it waited for its turn. */
  readonly ready: number;
}

export interface WorkLane {
  /** `frontend`, `context`, `image`, or the index of a stage. */
  readonly id: string;
  readonly name: string;
  readonly stage: boolean;
  readonly works: readonly Work[];
}

/** Lanes in the order in which a build goes through them; also those without work. */
export function workLanes(record: BuildRecord): readonly WorkLane[] {
  const frontend: Work[] = [];
  const context: Work[] = [];
  const image: Work[] = [];
  const stages = new Map(record.stages.map(({ index }) => [index, [] as Work[]]));
  const stageOf = new Map(record.steps.map((step) => [step.id, step.stage]));
  const ended = new Map(record.vertices.map(({ digest, completed }) => [digest, completed]));
  for (const vertex of record.vertices) {
    const { started, completed, step } = vertex;
    if (started === undefined || completed === undefined || completed <= started) continue;
    const inputs = vertex.inputs.flatMap((input) => ended.get(input) ?? []);
    const ready = inputs.length === 0 ? started : Math.min(started, Math.max(...inputs));
    const work = { vertex, from: started, to: completed, ready };
    const stage = step === undefined ? undefined : stages.get(stageOf.get(step) ?? -1);
    if (stage) {
      if (!vertex.cached) stage.push(work);
    } else if (/^(exporting|importing|pushing|preparing)/.test(vertex.name)) image.push(work);
    else if (/load build context|load context|load from/.test(vertex.name)) context.push(work);
    else frontend.push(work);
  }
  return [
    { id: 'frontend', name: t('timeline.lane-frontend'), stage: false, works: frontend },
    { id: 'context', name: t('timeline.lane-context'), stage: false, works: context },
    ...record.stages.map(({ index, name }) => ({ id: String(index), name, stage: true, works: stages.get(index) ?? [] })),
    { id: 'image', name: t('timeline.lane-image'), stage: false, works: image },
  ];
}

/** Stretches of work without a pause between them. */
export function stretchesOf(works: readonly Work[]): readonly { readonly from: number; readonly to: number; readonly works: readonly Work[] }[] {
  const stretches: { from: number; to: number; works: Work[] }[] = [];
  for (const work of [...works].sort((a, b) => a.from - b.from)) {
    const last = stretches.at(-1);
    if (last && work.from <= last.to) {
      last.to = Math.max(last.to, work.to);
      last.works.push(work);
    } else stretches.push({ from: work.from, to: work.to, works: [work] });
  }
  return stretches;
}

/** Each piece of work in the first row in which nothing else is under way. */
export function placed(works: readonly Work[]): readonly { readonly work: Work; readonly row: number }[] {
  const free: number[] = [];
  return [...works]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map((work) => {
      const found = free.findIndex((until) => until <= work.from + 1e-6);
      const row = found < 0 ? free.length : found;
      free[row] = work.to;
      return { work, row };
    });
}
