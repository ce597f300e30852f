/** A copy stands on the step above it: where that ran, the copy runs, whatever its files are. */
import { dockerfile, plainScene, twoBuilds, write } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidHit } from './wrong-guess.ts';

export const unchangedFilesHitAnyway: Misconception = {
  id: 'unchanged-files-hit-anyway',
  belief: 'predict.belief-unchanged-files-hit-anyway',
  truth: 'predict.truth-unchanged-files-hit-anyway',
  matches: (wrong) => (saidHit(wrong) && wrong.cause === 'parent' && wrong.now.step.keyword !== 'RUN' ? 75 : 0),
  demo: {
    scene: plainScene,
    actions: twoBuilds('unchanged-files-hit-anyway', { Dockerfile: dockerfile('FROM alpine:3.20', 'COPY package.json /app/', 'COPY src /app/src/'), 'package.json': '{ "version": "1.0.0" }\n', 'src/index.js': 'run();\n' }, [write('package.json', '{ "version": "1.0.1" }\n')]),
    shows: { step: '0.3', state: 'rebuilt' },
  },
};
