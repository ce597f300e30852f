/** What has no wheel for musl is compiled, and the compiler outweighs the base. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const alpineIsAlwaysSmaller: Misconception = {
  id: 'alpine-is-always-smaller',
  belief: 'predict.belief-alpine-is-always-smaller',
  truth: 'predict.truth-alpine-is-always-smaller',
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('bases', dockerfile('FROM python:3.13-slim', 'RUN pip install --no-cache-dir psycopg2-binary'), dockerfile('FROM python:3.13-alpine', 'RUN apk add --no-cache gcc musl-dev postgresql-dev', 'RUN pip install --no-cache-dir psycopg2')),
  },
};
