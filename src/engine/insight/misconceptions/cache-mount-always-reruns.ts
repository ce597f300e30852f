/** A step with a cache mount is looked up like any other. */
import { dockerfile, plainScene, twoBuilds } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { isQuiet } from './world-changes.ts';
import { saidMiss } from './wrong-guess.ts';

export const cacheMountAlwaysReruns: Misconception = {
  id: 'cache-mount-always-reruns',
  belief: 'predict.belief-cache-mount-always-reruns',
  truth: 'predict.truth-cache-mount-always-reruns',
  matches: (wrong) => (saidMiss(wrong) && wrong.now.step.reads.some(({ kind }) => kind === 'cache') ? (isQuiet(wrong.world) ? 75 : 45) : 0),
  demo: {
    scene: plainScene,
    actions: twoBuilds('cache-mount', { Dockerfile: dockerfile('FROM alpine:3.20', 'RUN --mount=type=cache,target=/cache echo hello > /cache/greeting') }, []),
    shows: { step: '0.2', state: 'cached' },
  },
};
