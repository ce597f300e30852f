/** A RUN asks whether its parent is the same step, never whether it made the same files. */
import { fileChanges } from '../file-changes.ts';
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidHit } from './wrong-guess.ts';

export const sameOutputHits: Misconception = {
  id: 'same-output-hits',
  belief: 'predict.belief-same-output-hits',
  truth: 'predict.truth-same-output-hits',
  matches: (wrong) => {
    if (!saidHit(wrong) || wrong.cause !== 'parent' || wrong.now.step.keyword !== 'RUN') return 0;
    const parent = wrong.comparison.inputs.find((input) => !input.content && input.changed);
    const old = parent?.before && wrong.comparison.before?.build.trees.get(parent.before);
    const tree = parent?.after && wrong.now.build.trees.get(parent.after);
    return old && tree && fileChanges(old, tree, () => true).length === 0 ? 85 : 0;
  },
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('same-output', dockerfile('FROM alpine:3.20', 'RUN echo hello > /greeting', 'RUN cat /greeting'), dockerfile('FROM alpine:3.20', 'RUN echo "hello" > /greeting', 'RUN cat /greeting')),
    shows: { step: '0.3', state: 'rebuilt' },
  },
};
