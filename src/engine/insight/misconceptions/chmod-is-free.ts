/** A file with another mode or owner is stored again as a whole. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const chmodIsFree: Misconception = {
  id: 'chmod-is-free',
  belief: 'predict.belief-chmod-is-free',
  truth: 'predict.truth-chmod-is-free',
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('chmod', dockerfile('FROM alpine:3.20', 'COPY model.bin /app/'), dockerfile('FROM alpine:3.20', 'COPY model.bin /app/', 'RUN chown 1000:1000 /app/model.bin'), { 'model.bin': { size: 50_000_000 } }),
  },
};
