import type { StepRecord } from '../record.ts';
import type { StepFacts } from './builder.ts';
import type { PlannedSteps } from './plan-steps.ts';

/** The steps that ran, then those that a failure stopped; stages behind the target have none. */
export function stepsLeft(ran: readonly StepRecord[], { stages }: PlannedSteps): readonly StepRecord[] {
  const done = new Map(ran.map((step) => [step.id, step]));
  return stages.flatMap(({ from, instructions }) => [from, ...instructions.map(({ facts }) => facts)]).map((facts) => done.get(facts.id) ?? stopped(facts));
}

function stopped({ id, stage, index, total, keyword, text, lines }: StepFacts): StepRecord {
  return { id, stage, index, total, keyword, text, lines, reads: [], name: `Step ${index}/${total} : ${text}`, state: 'stopped', fidelity: 'exact', models: [] };
}
