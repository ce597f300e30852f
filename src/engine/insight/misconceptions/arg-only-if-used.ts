/** Every declared ARG that has a value, and every ENV, is in the key of each RUN below, used or not. */
import { dockerfile, plainScene, twoBuilds } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { byDistance, changedFields, saidHit } from './wrong-guess.ts';

export const argOnlyIfUsed: Misconception = {
  id: 'arg-only-if-used',
  belief: 'predict.belief-arg-only-if-used',
  truth: 'predict.truth-arg-only-if-used',
  matches: (wrong) => {
    const { cause, step } = wrong.root;
    if (!saidHit(wrong) || (cause !== 'argument' && cause !== 'environment')) return 0;
    const names = changedFields(wrong.root).flatMap((label) => /^environment (.+)$/.exec(label)?.[1] ?? []);
    return names.some((name) => new RegExp(`\\$\\{?${name}\\b`).test(step.step.text)) ? 0 : byDistance(wrong, 85, 80);
  },
  demo: {
    scene: plainScene,
    actions: twoBuilds('unused-arg', { Dockerfile: dockerfile('FROM alpine:3.20', 'RUN echo before', 'ARG V=1', 'RUN echo after') }, [{ type: 'options', options: { buildArgs: { V: '2' } } }]),
    shows: { step: '0.3', state: 'rebuilt' },
  },
};
