/** Cache mounts live in one builder; no export carries them. */
import { dockerfile, plainScene, twoBuilds } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidHit } from './wrong-guess.ts';

export const cacheMountInCi: Misconception = {
  id: 'cache-mount-in-ci',
  belief: 'predict.belief-cache-mount-in-ci',
  truth: 'predict.truth-cache-mount-in-ci',
  matches: (wrong) => (saidHit(wrong) && wrong.project.fresh === true && wrong.now.step.reads.some(({ kind }) => kind === 'cache') ? 90 : 0),
  demo: {
    scene: plainScene,
    actions: twoBuilds('cache-mount-ci', { Dockerfile: dockerfile('FROM alpine:3.20', 'RUN --mount=type=cache,target=/cache echo hello > /cache/greeting') }, [{ type: 'machine', name: 'ci' }]),
    shows: { step: '0.2', state: 'rebuilt' },
  },
};
