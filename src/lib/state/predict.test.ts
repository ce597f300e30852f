import { describe, expect, it } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import { predict } from '#engine/workspace/describe.ts';
import { openWorkspace } from '#engine/workspace/workspace.ts';
import { defaultScenario } from '#scenarios/index.ts';
import { Predict, type Verdict } from './predict.svelte.ts';
import { withoutNeeds } from './prediction-set.ts';

const { record } = predict(openWorkspace(defaultScenario, resolveImage));
const verdict = (step: string, right: boolean | undefined): Verdict => ({ step, guess: 'hit', state: 'cached', right, reason: { id: 'why.same-key' }, misconceptions: [] }) as unknown as Verdict;

function begun(): Predict {
  const prediction = new Predict();
  prediction.start(record);
  return prediction;
}

describe('a prediction', () => {
  it('asks for every step, and knows nothing of their outcomes', () => {
    const { asked, veiled, left } = begun();
    expect(asked.map(({ id }) => id)).toEqual(record.steps.map(({ id }) => id));
    expect(JSON.stringify(asked)).not.toMatch(/cached|rebuilt|state/);
    expect([veiled, left]).toEqual([true, 8]);
  });

  it('takes marks, other marks and none, for steps that were asked for', () => {
    const prediction = begun();
    prediction.mark('0.1', 'hit');
    prediction.mark('0.1', 'miss');
    prediction.mark('0.2', 'hit');
    prediction.mark('0.2', undefined);
    prediction.mark('9.9', 'hit');
    expect(prediction.set.marks).toEqual({ '0.1': 'miss' });
    prediction.markRest('hit');
    expect([prediction.left, prediction.set.marks['0.1'], prediction.set.marks['1.2']]).toEqual([0, 'miss', 'hit']);
    prediction.clear();
    expect(prediction.left).toBe(8);
  });

  it('cannot be changed while the build runs, and can be again where there was none', () => {
    const prediction = begun();
    prediction.mark('0.1', 'hit');
    prediction.commit();
    prediction.mark('0.1', 'miss');
    prediction.clear();
    expect([prediction.set.marks, prediction.veiled]).toEqual([{ '0.1': 'hit' }, true]);
    prediction.reopen();
    prediction.mark('0.1', 'miss');
    expect(prediction.set.marks).toEqual({ '0.1': 'miss' });
  });

  it('keeps its marks on steps that are as they were when the project changes', () => {
    const prediction = begun();
    prediction.markRest('hit');
    prediction.follow({ ...record, steps: record.steps.map((step) => (step.id === '0.4' ? { ...step, text: 'RUN go mod verify' } : step)) });
    expect([prediction.left, prediction.marks.has('0.4'), prediction.marks.has('0.5')]).toEqual([1, false, true]);
  });

  it('counts what came to an end, and is hidden no more once it is revealed', () => {
    const prediction = begun();
    prediction.commit();
    const outcome = prediction.reveal(2, [verdict('0.1', true), verdict('0.2', false), verdict('0.3', undefined)]);
    expect([outcome.right, outcome.of, prediction.veiled]).toEqual([1, 2, false]);
  });

  it('is a value that can be taken again', () => {
    const prediction = begun();
    prediction.mark('0.3', 'miss');
    const again = begun();
    again.take(JSON.parse(JSON.stringify({ ...prediction.set, asked: ['0.3', '0.4'] })));
    expect([again.asked.map(({ id }) => id), again.set.marks]).toEqual([['0.3', '0.4'], { '0.3': 'miss' }]);
  });

  it('does not let on which stages are needed', () => {
    const unneeded = { ...record, stages: record.stages.map((stage) => ({ ...stage, needed: false })), steps: record.steps.map((step) => ({ ...step, state: 'not-needed' as const })) };
    expect(JSON.stringify(withoutNeeds(unneeded))).not.toMatch(/not-needed|"needed":false/);
  });
});
