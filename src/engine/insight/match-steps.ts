/** Which step of one build is which of another: the same instruction of the same stage, wherever it stands, or what stands in its place. */
import type { BuildRecord, StepRecord } from '../solver/record.ts';

/** How a step of the first build is found in the second: `moved` past others, `rewritten` in its place, or in one of them only. */
export type StepFate = 'same' | 'moved' | 'rewritten' | 'added' | 'removed';

export interface MatchedStep {
  readonly stage: string;
  readonly fate: StepFate;
  readonly before?: StepRecord;
  readonly after?: StepRecord;
}

/** Every step of both, in the order of the second; those that only the first has stand where they stood. */
export function matchSteps(a: BuildRecord, b: BuildRecord): readonly MatchedStep[] {
  const partner = identical(a, b);
  rewritten(a, b, partner);
  const kept = new Set(inOrder(b.steps.flatMap((step) => partner.get(step) ?? []).map((step) => a.steps.indexOf(step))));
  const matched: MatchedStep[] = [];
  const taken = new Set(partner.values());
  let next = 0;
  const removedUpTo = (end: number): void => {
    for (; next < end; next++) {
      const before = a.steps[next]!;
      if (!taken.has(before)) matched.push({ stage: stageOf(a, before), fate: 'removed', before });
    }
  };
  for (const after of b.steps) {
    const before = partner.get(after);
    const stage = stageOf(b, after);
    if (!before) {
      matched.push({ stage, fate: 'added', after });
      continue;
    }
    const at = a.steps.indexOf(before);
    if (kept.has(at)) removedUpTo(at + 1);
    matched.push({ stage, fate: before.text !== after.text ? 'rewritten' : kept.has(at) ? 'same' : 'moved', before, after });
  }
  removedUpTo(a.steps.length);
  return matched;
}

/** By the step of the second build. */
type Partners = Map<StepRecord, StepRecord>;

const stageOf = ({ stages }: BuildRecord, step: StepRecord): string => stages.find(({ index }) => index === step.stage)?.name ?? `${step.stage}`;

/** The nth step with an instruction in a stage is the nth with it in the other build; a stage is known by its name. */
function identical(a: BuildRecord, b: BuildRecord): Partners {
  const open = new Map<string, StepRecord[]>();
  const name = (record: BuildRecord, step: StepRecord) => `${stageOf(record, step)} ${step.text}`;
  for (const step of a.steps) open.set(name(a, step), [...(open.get(name(a, step)) ?? []), step]);
  const partner: Partners = new Map();
  for (const step of b.steps) {
    const before = open.get(name(b, step))?.shift();
    if (before) partner.set(step, before);
  }
  return partner;
}

/** What is left between two matched neighbours and has the same keyword was written in another way. */
function rewritten(a: BuildRecord, b: BuildRecord, partner: Partners): void {
  const taken = new Set(partner.values());
  const passed = new Set<StepRecord>();
  let from = 0;
  for (const after of b.steps) {
    const before = partner.get(after);
    if (before) {
      passed.add(before);
      from = a.steps.indexOf(before) + 1;
      continue;
    }
    while (passed.has(a.steps[from]!)) from++;
    const found = a.steps[from];
    if (!found || taken.has(found) || found.keyword !== after.keyword || stageOf(a, found) !== stageOf(b, after)) continue;
    partner.set(after, found);
    taken.add(found);
    from++;
  }
}

/** The longest run of numbers that grows: what did not move. */
function inOrder(numbers: readonly number[]): readonly number[] {
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    let place = ends.findIndex((end) => end >= number);
    if (place === -1) place = ends.length;
    before.set(number, ends[place - 1]);
    ends[place] = number;
  }
  const run: number[] = [];
  for (let number = ends.at(-1); number !== undefined; number = before.get(number)) run.push(number);
  return run.reverse();
}
