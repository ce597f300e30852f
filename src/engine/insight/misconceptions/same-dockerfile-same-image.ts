/** A tag can lead elsewhere tomorrow, and all that stands on the base runs again. */
import { build, plainScene } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { byDistance, saidHit } from './wrong-guess.ts';

export const sameDockerfileSameImage: Misconception = {
  id: 'same-dockerfile-same-image',
  belief: 'predict.belief-same-dockerfile-same-image',
  truth: 'predict.truth-same-dockerfile-same-image',
  matches: (wrong) => (saidHit(wrong) && wrong.root.cause === 'base' ? byDistance(wrong, 80, 78) : 0),
  demo: {
    scene: plainScene,
    // The scene's own project: its base moves a week after the build that it begins with.
    actions: [{ type: 'options', options: { pull: true } }, { type: 'wait', duration: 8 * 86_400_000 }, build],
    shows: { step: '1.2', state: 'rebuilt' },
  },
};
