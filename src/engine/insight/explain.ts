/** Why a step of a build came out as it did, in words at two levels, with the causal chain and the key's ingredients. */
import type { BuildResult } from '../solver/build.ts';
import { causalChain } from './chain.ts';
import { findCauses } from './cause.ts';
import { compare, place, type Comparison, type Placed } from './comparison.ts';
import type { Explanation, Ingredient, Sentence } from './explanation.ts';
import { formatDuration, shortDigest } from '../source/figures.ts';
import { code, say } from './sentence.ts';
import { preciseSentence, reason, simpleSentence, stageName, stepLabel } from './wording.ts';

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
  const modelled = modelledSentence(now);
  return {
    step: stepId,
    build: build.record.number,
    predicted: build.record.predicted,
    place: placeOf(now),
    cause: causes.cause,
    simple: simpleSentence(now, comparison, causes),
    precise: preciseSentence(now, comparison, causes),
    also: causes.also.map(({ cause, input }) => say('Also ', ...reason(now, comparison, cause, input), '.')),
    chain: causalChain(earlier, now, comparison),
    files: comparison.inputs.flatMap((input) => input.files),
    ingredients: ingredientsOf(now, comparison),
    ...(modelled ? { modelled } : {}),
  };
}

/** What there is to say of a build that was only recorded: its log has what happened and never why. */
function recordedExplanation(now: Placed): Explanation {
  const { step, build } = now;
  const took = step.started !== undefined && step.completed !== undefined ? ` It took ${formatDuration(step.completed - step.started)}.` : '';
  const happened = { cached: 'stayed cached', rebuilt: 'ran', failed: 'failed', 'not-needed': 'was not needed', stopped: 'was stopped' }[step.state];
  const cause = ({ cached: 'same-key', rebuilt: 'never-built', failed: 'failed', 'not-needed': 'not-needed', stopped: 'stopped' } as const)[step.state];
  const source = build.record.recorded === 'history' ? 'The history of an image' : 'A recorded log';
  return {
    step: step.id,
    build: build.record.number,
    predicted: false,
    place: placeOf(now),
    cause,
    simple: say(code(stepLabel(step.text)), ` ${happened}.${took} ${source} does not tell why.`),
    precise: say(code(stepLabel(step.text)), ` ${happened}.${took} ${source} has times and results; the keys that decided are not in it, so nothing can be set against an earlier build.`),
    also: [],
    chain: [],
    files: [],
    ingredients: [],
  };
}

function placeOf(now: Placed): string {
  const { record } = now.build;
  const stage = record.stages[now.step.stage];
  const index = (stage?.steps.indexOf(now.step.id) ?? 0) + 1;
  return `${record.predicted ? 'Next build' : `Build ${record.number}`}, step ${index} of ${stage?.steps.length ?? index} in ${stageName(now)}`;
}

function ingredientsOf(now: Placed, { before, fields, inputs }: Comparison): readonly Ingredient[] {
  const key = now.vertex?.key;
  if (!key) return [];
  const old = before?.vertex?.key;
  const operation: Ingredient = { label: 'operation', ...(old ? { before: shortDigest(old.operation) } : {}), after: shortDigest(key.operation), same: old?.operation === key.operation };
  const reads = inputs.map((input): Ingredient => ({
    label: input.content ? `content of ${input.input.paths?.join(', ') ?? ''}` : `parent ${input.producer ? stepLabel(input.producer.text) : (input.vertex?.name ?? '')}`.trim(),
    ...(input.before ? { before: shortDigest(input.before) } : {}),
    ...(input.after ? { after: input.content || !input.changed ? shortDigest(input.after) : `${shortDigest(input.after)}, ran again` } : {}),
    same: old !== undefined && !input.changed,
  }));
  return [operation, ...fields, ...reads];
}

function modelledSentence(now: Placed): Sentence | undefined {
  const { step } = now;
  if (step.fidelity === 'exact') return undefined;
  const assumed = step.models.filter((note) => note.fidelity === 'not-simulated');
  if (assumed.length > 0) return say('Layerscope has no model of ', code(assumed[0]?.command.split(' ')[0] ?? ''), '. It assumes that it succeeds and changes nothing.');
  const [note] = step.models;
  if (!note) return say(step.keyword === 'FROM' ? 'what the base image holds.' : 'the files it copies come from a step whose output is modelled.', ' Keys and cache hits are exact.');
  return say('the output of ', code(note.tool ?? note.command), ` and its ${formatDuration(note.duration)} (${note.basis.replace(/\.$/, '')}). Keys and cache hits are exact.`);
}
