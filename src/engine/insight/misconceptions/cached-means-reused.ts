/** The mark CACHED in the log comes of the order of look-ups: of a build that fails it also stands at steps that never ran. */
import { dockerfile, plainScene, twoBuilds, write } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const cachedMeansReused: Misconception = {
  id: 'cached-means-reused',
  belief: 'predict.belief-cached-means-reused',
  truth: 'predict.truth-cached-means-reused',
  demo: {
    scene: plainScene,
    actions: twoBuilds('cached-mark', { Dockerfile: dockerfile('FROM alpine:3.20', 'RUN echo a', 'RUN echo b', 'COPY missing /missing'), 'note.txt': 'one\n' }, [write('note.txt', 'two\n')]),
    shows: { step: '0.2', state: 'stopped' },
  },
};
