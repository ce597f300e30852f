/** What BuildKit's plain output will say of the steps of a build. */
import type { Fidelity } from '#engine/run/request.ts';
import type { BuildRecord, StepRecord, VertexRecord } from '#engine/solver/record.ts';
import { printableLine } from './printable.ts';
import type { ExpectedStep, Outcome } from './proof.ts';

/** In the order of the Dockerfile: one for each line that the output has for a step, or one that it has none. */
export function expectedSteps({ steps, vertices }: BuildRecord): readonly ExpectedStep[] {
  const rests = restingOn(steps);
  const byStep = new Map<string, Line[]>();
  for (const line of lines(vertices)) if (line.step !== undefined) byStep.set(line.step, [...(byStep.get(line.step) ?? []), line]);
  const there = new Set<string>(vertices.map(({ digest }) => digest));
  return steps.flatMap((step): readonly ExpectedStep[] => {
    const own = byStep.get(step.id);
    // Equal steps are one vertex, and it has the name of one of them.
    if (!own && step.vertex !== undefined && there.has(step.vertex)) return [];
    return (own ?? [{ name: step.name, outcomes: [] }]).map(({ name, outcomes }) => ({ name: printed(name), outcome: together(outcomes), rests: rests(step), kind: kindOf(step) }));
  });
}

const kindOf = ({ keyword, fidelity }: StepRecord): ExpectedStep['kind'] => (keyword === 'FROM' ? 'base' : keyword === 'RUN' && fidelity !== 'exact' ? 'command' : 'step');

interface Line {
  readonly name: string;
  readonly step: string | undefined;
  readonly outcomes: readonly Outcome[];
}

/** A line of the output for each vertex, or for a group of them: `COPY --link` is two (BuildKit `util/progress/progressui`). */
function lines(vertices: readonly VertexRecord[]): readonly Line[] {
  const groups = new Map<string, VertexRecord[]>();
  for (const vertex of vertices) {
    const key = vertex.group?.id ?? vertex.digest;
    groups.set(key, [...(groups.get(key) ?? []), vertex]);
  }
  return [...groups.values()].map((members) => ({ name: members[0]!.group?.name ?? members[0]!.name, step: members.find(({ step }) => step !== undefined)?.step, outcomes: members.map(outcomeOf) }));
}

/** A group is cached where all of it is. */
function together(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('failed')) return 'failed';
  if (outcomes.every((outcome) => outcome === 'absent')) return 'absent';
  return outcomes.every((outcome) => outcome === 'cached') ? 'cached' : 'run';
}

function outcomeOf({ cached, started, error, completed }: VertexRecord): Outcome {
  if (cached) return 'cached';
  if (error !== undefined) return 'failed';
  return started !== undefined && completed !== undefined ? 'run' : 'absent';
}

/** A name as it is compared: one line, and base images without the digest that their tag leads to today. */
export const printed = (name: string): string => printableLine(name.replaceAll(/@sha256:[0-9a-f]{64}/g, '')).trim();

const order: readonly Fidelity[] = ['exact', 'modelled', 'not-simulated'];
const least = (all: readonly Fidelity[]): Fidelity => all.reduce((a, b) => (order.indexOf(a) > order.indexOf(b) ? a : b), 'exact');

/**
 * Whether a step is found in the cache is decided by definitions, but for what it copies or mounts from another stage: that is found by
 * its content (BuildKit `solver/llbsolver/ops/opsutils`), and a modelled command's content is not the real one's.
 */
function restingOn(steps: readonly StepRecord[]): (step: StepRecord) => Fidelity {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const known = new Map<StepRecord, { readonly key: Fidelity; readonly content: Fidelity }>();
  const of = (step: StepRecord): { readonly key: Fidelity; readonly content: Fidelity } => {
    const found = known.get(step);
    if (found) return found;
    const reads = step.reads.flatMap((read) => {
      const from = 'step' in read && read.step !== undefined ? byId.get(read.step) : undefined;
      return from ? [{ ...of(from), copied: read.kind === 'copy' || read.kind === 'bind' }] : [];
    });
    const key = least(reads.flatMap(({ key, content, copied }) => (copied ? [key, content] : [key])));
    // What an image holds is given by its digest, however its files are made up here.
    const own = step.keyword === 'RUN' ? step.fidelity : 'exact';
    const made = { key, content: least([own, ...reads.map(({ content }) => content)]) };
    known.set(step, made);
    return made;
  };
  return (step) => of(step).key;
}
