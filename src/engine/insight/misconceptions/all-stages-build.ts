/** Only what the target needs is built. */
import { dockerfile, plainScene, twoBuilds, write } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const allStagesBuild: Misconception = {
  id: 'all-stages-build',
  belief: 'predict.belief-all-stages-build',
  truth: 'predict.truth-all-stages-build',
  matches: ({ guess, now }) => (guess !== 'not-needed' && now.step.state === 'not-needed' ? 100 : 0),
  demo: {
    scene: plainScene,
    actions: twoBuilds('unused-stage', { Dockerfile: dockerfile('FROM alpine:3.20 AS lint', 'RUN exit 1', '', 'FROM alpine:3.20', 'COPY main.sh /app/'), 'main.sh': 'echo one\n' }, [write('main.sh', 'echo two\n')]),
    shows: { step: '0.2', state: 'not-needed' },
  },
};
