/** The flag runs the steps again; the base is what it was, until `--pull` asks. */
import { dockerfile, plainScene, twoBuilds } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidMiss } from './wrong-guess.ts';

export const noCachePullsBase: Misconception = {
  id: 'no-cache-pulls-base',
  belief: 'predict.belief-no-cache-pulls-base',
  truth: 'predict.truth-no-cache-pulls-base',
  matches: (wrong) => (saidMiss(wrong) && wrong.now.step.keyword === 'FROM' && wrong.now.build.record.options.noCache !== undefined ? 90 : 0),
  demo: {
    scene: plainScene,
    actions: twoBuilds('no-cache', { Dockerfile: dockerfile('FROM alpine:3.20', 'RUN echo hello') }, [{ type: 'options', options: { noCache: true } }]),
    shows: { step: '0.1', state: 'cached' },
  },
};
