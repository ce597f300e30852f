/** Why a step of a build came out as it did, as messages at two levels, with the causal chain and the key's ingredients. */
import type { BuildResult } from '../solver/build.ts';
import { shortDigest } from '../source/figures.ts';
import type { Message } from '../source/message.ts';
import { findCauses } from './cause.ts';
import { causalChain } from './chain.ts';
import { compare, place, type Comparison, type InputComparison, type Placed } from './comparison.ts';
import type { Explanation, Ingredient } from './explanation.ts';
import { fieldLabel } from './field-label.ts';
import { preciseMessage } from './precise.ts';
import { about, reason, simpleMessage, stageName, stepLabel } from './wording.ts';

/**
 * Explains one step. `earlier` are the real builds before this one, oldest first; what changed is counted against the latest
 * that looked this step up. undefined where the build has no such step.
 */
export function explain(earlier: readonly BuildResult[], build: BuildResult, stepId: string): Explanation | undefined {
  const now = place(build, stepId);
  if (!now) return undefined;
  if (build.record.recorded !== undefined) return recordedExplanation(now);
  const comparison = compare(earlier, now);
  const causes = findCauses(earlier, now, comparison);
  return {
    step: stepId,
    build: build.record.number,
    predicted: build.record.predicted,
    place: placeOf(now),
    cause: causes.cause,
    simple: simpleMessage(now, comparison, causes),
    precise: preciseMessage(now, comparison, causes, earlier.length > 0),
    also: causes.also.map((found) => reason(now, found, 'also')),
    chain: causalChain(earlier, now, comparison),
    files: comparison.inputs.flatMap((input) => input.files),
    ingredients: ingredientsOf(now, comparison),
    ...standIn(now),
  };
}

/** What there is to say of a build that was only recorded: its log has what happened and never why. */
function recordedExplanation(now: Placed): Explanation {
  const { step, build } = now;
  const { started, completed, state } = step;
  const cause = ({ cached: 'same-key', rebuilt: 'never-built', failed: 'failed', 'not-needed': 'not-needed', stopped: 'stopped' } as const)[state];
  const timed = started !== undefined && completed !== undefined;
  const values = {
    ...about(now),
    state: state === 'not-needed' ? 'unneeded' : state,
    timed: timed ? 'yes' : 'no',
    time: { milliseconds: timed ? completed - started : 0 },
    source: build.record.recorded === 'history' ? 'history' : 'log',
  };
  return {
    step: step.id,
    build: build.record.number,
    predicted: false,
    place: placeOf(now),
    cause,
    simple: { id: 'why.recorded', values },
    precise: { id: 'why.precise-recorded', values },
    also: [],
    chain: [],
    files: [],
    ingredients: [],
  };
}

function placeOf(now: Placed): Message {
  const { record } = now.build;
  const stage = record.stages[now.step.stage];
  const index = (stage?.steps.indexOf(now.step.id) ?? 0) + 1;
  return { id: 'why.place', values: { when: about(now).when, build: record.number, index, count: stage?.steps.length ?? index, stage: stageName(now) } };
}

function ingredientsOf(now: Placed, { before, fields, inputs }: Comparison): readonly Ingredient[] {
  const key = now.vertex?.key;
  if (!key) return [];
  const old = before?.vertex?.key;
  const operation: Ingredient = { label: { id: 'why.operation' }, ...(old ? { before: shortDigest(old.operation) } : {}), after: shortDigest(key.operation), same: old?.operation === key.operation };
  const differences = fields.map(({ name, ...values }): Ingredient => ({ label: fieldLabel(name), ...values, same: false }));
  const reads = inputs.map((input): Ingredient => ({
    label: inputLabel(input),
    ...(input.before ? { before: shortDigest(input.before) } : {}),
    ...(input.after ? { after: input.content || !input.changed ? shortDigest(input.after) : { id: 'why.ran-again', values: { digest: shortDigest(input.after) } } } : {}),
    same: old !== undefined && !input.changed,
  }));
  return [operation, ...differences, ...reads];
}

function inputLabel({ content, input, producer, vertex }: InputComparison): Message {
  if (content) return { id: 'why.content-of', values: { paths: input.paths?.join(', ') ?? '' } };
  return { id: 'why.parent-of', values: { step: producer ? stepLabel(producer.text) : (vertex?.name ?? '') } };
}

/** What of a step stands in for the real thing, and where its numbers come from. */
function standIn({ step }: Placed): Pick<Explanation, 'modelled' | 'basis'> {
  if (step.fidelity === 'exact') return {};
  const assumed = step.models.find((note) => note.fidelity === 'not-simulated');
  if (assumed) return { modelled: { id: 'why.assumed', values: { command: assumed.command.split(' ')[0] ?? '' } } };
  const [note] = step.models;
  if (!note) return { modelled: { id: step.keyword === 'FROM' ? 'why.modelled-base' : 'why.modelled-files' } };
  return { modelled: { id: 'why.modelled-tool', values: { tool: note.tool ?? note.command, time: { milliseconds: note.duration } } }, basis: note.basis };
}
