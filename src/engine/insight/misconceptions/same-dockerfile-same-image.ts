/** A tag can lead elsewhere tomorrow, and all that stands on the base runs again. */
import { dockerfile, plainScene, twoBuilds } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { byDistance, saidHit } from './wrong-guess.ts';

export const sameDockerfileSameImage: Misconception = {
  id: 'same-dockerfile-same-image',
  belief: 'predict.belief-same-dockerfile-same-image',
  truth: 'predict.truth-same-dockerfile-same-image',
  matches: (wrong) => (saidHit(wrong) && wrong.root.cause === 'base' ? byDistance(wrong, 80, 78) : 0),
  demo: {
    scene: plainScene,
    actions: twoBuilds('same-dockerfile', { Dockerfile: dockerfile('FROM gcr.io/distroless/static', 'COPY app /app'), app: 'binary\n' }, [{ type: 'wait', duration: 8 * 86_400_000 }], { pull: true }),
    shows: { step: '0.2', state: 'rebuilt' },
  },
};
