/** A layer only adds: a deletion is stored as one more entry. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const deleteShrinks: Misconception = {
  id: 'delete-shrinks',
  belief: 'predict.belief-delete-shrinks',
  truth: 'predict.truth-delete-shrinks',
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('delete', dockerfile('FROM alpine:3.20', 'COPY big.bin /big.bin'), dockerfile('FROM alpine:3.20', 'COPY big.bin /big.bin', 'RUN rm /big.bin'), { 'big.bin': { size: 20_000_000 } }),
  },
};
