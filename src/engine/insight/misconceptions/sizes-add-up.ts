/** Layers that two images share lie on the disk once. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const sizesAddUp: Misconception = {
  id: 'sizes-add-up',
  belief: 'predict.belief-sizes-add-up',
  truth: 'predict.truth-sizes-add-up',
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('sizes', dockerfile('FROM debian:bookworm-slim', 'COPY a.bin /'), dockerfile('FROM debian:bookworm-slim', 'COPY b.bin /'), { 'a.bin': { size: 1_000_000 }, 'b.bin': { size: 2_000_000 } }),
  },
};
