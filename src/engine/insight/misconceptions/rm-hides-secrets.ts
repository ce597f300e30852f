/** The layer below the deletion still has the file, and whoever pulls has the layer. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const rmHidesSecrets: Misconception = {
  id: 'rm-hides-secrets',
  belief: 'predict.belief-rm-hides-secrets',
  truth: 'predict.truth-rm-hides-secrets',
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('rm-secret', dockerfile('FROM alpine:3.20', 'COPY .env /app/.env'), dockerfile('FROM alpine:3.20', 'COPY .env /app/.env', 'RUN rm /app/.env'), { '.env': 'TOKEN=not-a-real-one\n' }),
  },
};
