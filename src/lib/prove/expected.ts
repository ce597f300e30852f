/** What BuildKit's plain output will say of the steps of a build. */
import type { Fidelity } from '#engine/run/request.ts';
import type { BuildRecord, StepRecord, VertexRecord } from '#engine/solver/record.ts';
import type { ExpectedStep, Outcome } from './proof.ts';

/** One for each vertex of a step, in the order of the output; then the steps that have none. */
export function expectedSteps({ steps, vertices }: BuildRecord): readonly ExpectedStep[] {
  const trust = trusted(steps);
  const byId = new Map(steps.map((step) => [step.id, step]));
  const listed = vertices.flatMap((vertex): readonly ExpectedStep[] => {
    const step = vertex.step === undefined ? undefined : byId.get(vertex.step);
    return step ? [{ name: printed(vertex.name), outcome: outcomeOf(vertex), fidelity: trust.get(step.id) ?? 'exact', base: step.keyword === 'FROM' }] : [];
  });
  const there = new Set(listed.map(({ name }) => name));
  const unheard = steps.filter((step) => !there.has(printed(step.name)) && !vertices.some((vertex) => vertex.step === step.id));
  return [...listed, ...unheard.map((step): ExpectedStep => ({ name: printed(step.name), outcome: 'absent', fidelity: 'exact', base: step.keyword === 'FROM' }))];
}

function outcomeOf({ cached, started, error, completed }: VertexRecord): Outcome {
  if (cached) return 'cached';
  if (error !== undefined) return 'failed';
  return started !== undefined && completed !== undefined ? 'run' : 'absent';
}

/** A name as it is compared: one line, and base images without the digest that their tag leads to today. */
export const printed = (name: string): string =>
  name
    .replaceAll(/@sha256:[0-9a-f]{64}/g, '')
    .replaceAll(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim();

const order: readonly Fidelity[] = ['exact', 'modelled', 'not-simulated'];

/** Whether a step's outcome rests on a command that was modelled: its own, or one whose files it is given. */
function trusted(steps: readonly StepRecord[]): ReadonlyMap<string, Fidelity> {
  const known = new Map<string, Fidelity>();
  const byId = new Map(steps.map((step) => [step.id, step]));
  const of = (step: StepRecord): Fidelity => {
    const found = known.get(step.id);
    if (found) return found;
    known.set(step.id, step.fidelity);
    const read = step.reads.flatMap((each) => ('step' in each && each.step !== undefined ? (byId.get(each.step) ?? []) : []));
    const least = [step.fidelity, ...read.map(of)].reduce((a, b) => (order.indexOf(a) > order.indexOf(b) ? a : b));
    known.set(step.id, least);
    return least;
  };
  for (const step of steps) of(step);
  return known;
}
