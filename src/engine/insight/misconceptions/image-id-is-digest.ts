/** Config, manifest, index and layers have a digest each. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const imageIdIsDigest: Misconception = {
  id: 'image-id-is-digest',
  belief: 'predict.belief-image-id-is-digest',
  truth: 'predict.truth-image-id-is-digest',
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('digests', dockerfile('FROM alpine:3.20', 'LABEL version=1', 'COPY note.txt /'), dockerfile('FROM alpine:3.20', 'LABEL version=2', 'COPY note.txt /'), { 'note.txt': 'note\n', '.dockerignore': 'Dockerfile\n' }),
  },
};
