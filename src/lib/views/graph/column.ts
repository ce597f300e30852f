/** The graph on a phone: one column of strata, lane after lane, with what passes between lanes told in between. */
import type { BuildRecord, StepRecord } from '#engine/solver/record.ts';
import type { GraphLayout, Lane } from './geometry.ts';
import { lanesRead } from './ranks.ts';

/** Cached or unneeded steps in a row that become one item, from this many on. */
const LEAST = 3;

export type ColumnItem =
  | { readonly kind: 'lane'; readonly lane: Lane }
  | { readonly kind: 'step'; readonly step: StepRecord }
  | { readonly kind: 'fold'; readonly state: 'cached' | 'not-needed'; readonly lane: Lane; readonly steps: readonly StepRecord[] }
  /** What a later lane reads of the step above, and whether the wave passes. */
  | { readonly kind: 'artifact'; readonly id: string; readonly path: string; readonly outcome: 'stopped' | 'wave'; readonly reader: string };

/** Lanes in order, steps in order; cached and unneeded runs fold unless the selected step is in them or their first step is in `open`. */
export function columnOf(record: BuildRecord, layout: GraphLayout, selected: string | undefined, open: ReadonlySet<string>): readonly ColumnItem[] {
  const byId = new Map(record.steps.map((step) => [step.id, step]));
  return layout.lanes.flatMap((lane): readonly ColumnItem[] => {
    const items: ColumnItem[] = [{ kind: 'lane', lane }];
    let run: StepRecord[] = [];
    const close = () => {
      const first = run[0]?.id ?? '';
      if (run.length >= LEAST && !open.has(first) && !run.some((step) => step.id === selected)) items.push({ kind: 'fold', state: run[0]!.state === 'cached' ? 'cached' : 'not-needed', lane, steps: run });
      else items.push(...run.map((step): ColumnItem => ({ kind: 'step', step })));
      run = [];
    };
    for (const id of lane.stage.steps) {
      const step = byId.get(id)!;
      if (run[0] !== undefined && run[0].state !== step.state) close();
      if (step.state === 'cached' || step.state === 'not-needed') {
        run.push(step);
        continue;
      }
      items.push({ kind: 'step', step }, ...artifactsOf(step, layout, byId));
    }
    close();
    return items;
  });
}

function artifactsOf(step: StepRecord, layout: GraphLayout, byId: ReadonlyMap<string, StepRecord>): readonly ColumnItem[] {
  return layout.edges.flatMap((edge): readonly ColumnItem[] => {
    if (edge.from !== step.id || (edge.kind !== 'copy' && edge.kind !== 'bind') || (edge.outcome !== 'stopped' && edge.outcome !== 'wave')) return [];
    const reader = byId.get(edge.to);
    const path = reader === undefined ? '' : (lanesRead(reader).find((read) => read.from === step.id)?.path ?? '');
    return [{ kind: 'artifact', id: edge.id, path, outcome: edge.outcome, reader: edge.to }];
  });
}
