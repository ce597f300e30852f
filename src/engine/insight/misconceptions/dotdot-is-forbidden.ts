/** Paths are cut off at the root of the context; nothing above it can be reached, and nothing fails. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const dotdotIsForbidden: Misconception = {
  id: 'dotdot-is-forbidden',
  belief: 'predict.belief-dotdot-is-forbidden',
  truth: 'predict.truth-dotdot-is-forbidden',
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('dotdot', dockerfile('FROM alpine:3.20', 'COPY f /f'), dockerfile('FROM alpine:3.20', 'COPY ../f /f'), { f: 'inside\n', '.dockerignore': 'Dockerfile\n' }),
    shows: { step: '0.2', state: 'cached' },
  },
};
