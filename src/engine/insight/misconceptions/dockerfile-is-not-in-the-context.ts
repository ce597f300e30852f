/** `COPY . .` copies the Dockerfile too, unless it is ignored. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { byDistance, rootFiles, saidHit } from './wrong-guess.ts';

export const dockerfileIsNotInTheContext: Misconception = {
  id: 'dockerfile-is-not-in-the-context',
  belief: 'predict.belief-dockerfile-is-not-in-the-context',
  truth: 'predict.truth-dockerfile-is-not-in-the-context',
  matches: (wrong) => {
    const own = new Set([wrong.now.build.record.dockerfile.path, '.dockerignore']);
    const files = rootFiles(wrong);
    return saidHit(wrong) && files.length > 0 && files.every((path) => own.has(path)) ? byDistance(wrong, 85, 65) : 0;
  },
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('dockerfile-in-context', dockerfile('FROM alpine:3.20', 'COPY . /app'), dockerfile('# A small app.', 'FROM alpine:3.20', 'COPY . /app'), { 'main.sh': 'echo hello\n' }),
    shows: { step: '0.2', state: 'rebuilt' },
  },
};
