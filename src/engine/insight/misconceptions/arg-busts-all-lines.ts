/** Only RUN has the environment in its key; COPY and WORKDIR care about their own words. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidMiss } from './wrong-guess.ts';

export const argBustsAllLines: Misconception = {
  id: 'arg-busts-all-lines',
  belief: 'predict.belief-arg-busts-all-lines',
  truth: 'predict.truth-arg-busts-all-lines',
  matches: (wrong) => {
    const { world, now } = wrong;
    const given = world.arguments.length > 0 || world.instructions.has('ENV') || world.instructions.has('ARG');
    return !saidMiss(wrong) || !given ? 0 : now.step.keyword === 'RUN' ? 60 : 82;
  },
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('env-copy', dockerfile('FROM alpine:3.20', 'ENV MODE=fast', 'WORKDIR /app', 'COPY main.sh ./'), dockerfile('FROM alpine:3.20', 'ENV MODE=slow', 'WORKDIR /app', 'COPY main.sh ./'), { 'main.sh': 'echo hello\n', '.dockerignore': 'Dockerfile\n' }),
    shows: { step: '0.3', state: 'cached' },
  },
};
