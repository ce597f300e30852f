/** Bytes are counted, not layers. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const fewerLayersSmaller: Misconception = {
  id: 'fewer-layers-smaller',
  belief: 'predict.belief-fewer-layers-smaller',
  truth: 'predict.truth-fewer-layers-smaller',
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('fewer-layers', dockerfile('FROM alpine:3.20', 'COPY a.bin b.bin /in/', 'RUN cp /in/a.bin /a', 'RUN cp /in/b.bin /b'), dockerfile('FROM alpine:3.20', 'COPY a.bin b.bin /in/', 'RUN cp /in/a.bin /a && cp /in/b.bin /b'), { 'a.bin': { size: 10_000_000 }, 'b.bin': { size: 10_000_000 } }),
  },
};
