/** The id and the contents of a cache mount are outside the key. */
import type { StepPlan } from '../../graph/plan.ts';
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidMiss } from './wrong-guess.ts';

export const cacheMountIsInTheKey: Misconception = {
  id: 'cache-mount-is-in-the-key',
  belief: 'predict.belief-cache-mount-is-in-the-key',
  truth: 'predict.truth-cache-mount-is-in-the-key',
  matches: (wrong) => {
    const { now, comparison } = wrong;
    const ids = (step: StepPlan | undefined) => (step?.reads ?? []).flatMap((read) => (read.kind === 'cache' ? [read.id] : [])).join(' ');
    return saidMiss(wrong) && comparison.before && ids(now.step) !== ids(comparison.before.step) ? 90 : 0;
  },
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('cache-mount-id', dockerfile('FROM alpine:3.20', 'RUN --mount=type=cache,id=one,target=/cache echo hello'), dockerfile('FROM alpine:3.20', 'RUN --mount=type=cache,id=two,target=/cache echo hello')),
    shows: { step: '0.2', state: 'cached' },
  },
};
