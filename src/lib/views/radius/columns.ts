/** The steps of a build → the columns of the blast-radius table, by stage. */
import type { BuildRecord, StepRecord } from '#engine/solver/record.ts';
import { shortenStep } from '#lib/views/graph/label.ts';
import type { SortKey } from './rows.ts';

export interface Column {
  readonly step: StepRecord;
  /** Place among the record's steps. */
  readonly at: number;
  readonly stage: string;
  /** Its number in the stage. */
  readonly number: number;
  readonly keyword: string;
  /** Its arguments, shortened as the graph shortens them; empty in a dense table. */
  readonly rest: string;
  /** The first of its stage. */
  readonly first: boolean;
}

export interface StageSpan {
  readonly name: string;
  readonly columns: number;
  readonly needed: boolean;
}

export interface Columns {
  readonly columns: readonly Column[];
  readonly stages: readonly StageSpan[];
  /** Too many to have words in their cells. */
  readonly dense: boolean;
}

/** The columns right of the steps, from the left. */
export const FIGURES: readonly SortKey[] = ['cost', 'edits', 'total', 'steps', 'size'];

/** More steps than this get narrow columns. */
const ROOMY = 14;
/** Characters of a column's head. */
const HEAD = 8;

export function columnsOf({ steps, stages }: BuildRecord): Columns {
  const dense = steps.length > ROOMY;
  const columns = steps.map((step, at): Column => {
    const { keyword, rest } = shortenStep(step.text, step.keyword.length + 1 + HEAD);
    const stage = stages[step.stage];
    return { step, at, stage: stage?.name ?? '', number: (stage?.steps.indexOf(step.id) ?? 0) + 1, keyword, rest: dense ? '' : rest, first: steps[at - 1]?.stage !== step.stage };
  });
  const spans = stages.map(({ index, name, needed }) => ({ name, needed, columns: steps.filter(({ stage }) => stage === index).length })).filter((span) => span.columns > 0);
  return { columns, stages: spans, dense };
}
