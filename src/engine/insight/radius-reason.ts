/** Why an edit does to a step what it does, in one sentence. */
import type { StageRecord, StepRecord } from '../solver/record.ts';
import type { Message } from '../source/message.ts';
import type { Radius, Reach } from './radius.ts';
import { readRule } from './read-rule.ts';

/** A cell of the matrix: what was edited, and the step that is asked about. */
export interface RadiusCell {
  readonly steps: readonly StepRecord[];
  readonly stages: readonly StageRecord[];
  /** Absent where no try was left. */
  readonly radius: Radius | undefined;
  /** A context path, or the name of a build argument. */
  readonly edited: { readonly kind: 'file' | 'argument'; readonly name: string };
  /** Place among the steps. */
  readonly at: number;
}

export function radiusReason(cell: RadiusCell): Message {
  const { steps, stages, radius, edited, at } = cell;
  const step = steps[at];
  if (!step) return { id: 'radius.why-unknown' };
  const values = { step: step.text, name: edited.name, line: step.lines.first };
  if (stages[step.stage]?.needed === false) return { id: 'radius.why-not-needed', values };
  switch (radius?.reach[at]) {
    case undefined:
      return { id: 'radius.why-unknown', values };
    case 'untouched':
      return { id: 'radius.why-untouched', values };
    case 'reads': {
      if (edited.kind === 'argument') return { id: 'radius.why-argument', values };
      const rule = readRule(step, edited.name);
      if (!rule) return { id: 'radius.why-reads', values };
      return { id: rule.mount ? 'radius.why-mounts' : 'radius.why-reads-source', values: { ...values, source: rule.source } };
    }
    case 'follows':
      return follows(cell, step, values, ['reads', 'follows']);
    case 'stops': {
      const maker = makerOf(cell, step, ['reads', 'follows']);
      return maker ? { id: 'radius.why-stops', values: { ...values, maker: maker.text } } : { id: 'radius.why-stops-plain', values };
    }
  }
}

function follows(cell: RadiusCell, step: StepRecord, values: NonNullable<Message['values']>, ran: readonly Reach[]): Message {
  const maker = makerOf(cell, step, ran);
  if (!maker) return { id: 'radius.why-follows-plain', values };
  if (maker.stage === step.stage) return { id: 'radius.why-follows', values: { ...values, maker: maker.text } };
  return { id: 'radius.why-follows-stage', values: { ...values, maker: maker.text, stage: cell.stages[maker.stage]?.name ?? '' } };
}

/** The first step that it reads and that ran: its parent before what it copies. */
function makerOf({ steps, radius }: RadiusCell, step: StepRecord, ran: readonly Reach[]): StepRecord | undefined {
  const reach = new Map(steps.map(({ id }, at) => [id, radius?.reach[at]]));
  const made = step.reads.flatMap((read) => ('step' in read && read.step !== undefined ? read.step : []));
  const found = made.find((id) => ran.includes(reach.get(id) ?? 'untouched'));
  return steps.find(({ id }) => id === found);
}
