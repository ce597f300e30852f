/** Every result that was not collected since is still there, not only those of the last build. */
import { build, dockerfile, plainScene, twoBuilds, write } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidMiss } from './wrong-guess.ts';

export const cacheRemembersOneBuild: Misconception = {
  id: 'cache-remembers-one-build',
  belief: 'predict.belief-cache-remembers-one-build',
  truth: 'predict.truth-cache-remembers-one-build',
  matches: (wrong) => {
    const { comparison, now, earlier } = wrong;
    const changed = comparison.fields.length > 0 || comparison.inputs.some((input) => input.changed);
    return saidMiss(wrong) && changed && earlier.length > 1 && (now.step.hit?.build ?? 0) < (earlier.at(-1)?.record.number ?? 0) && wrong.cause === 'same-key' ? 92 : 0;
  },
  demo: {
    scene: plainScene,
    actions: [...twoBuilds('cache-remembers', { Dockerfile: dockerfile('FROM alpine:3.20', 'COPY main.sh /app/'), 'main.sh': 'echo one\n' }, [write('main.sh', 'echo two\n')]), write('main.sh', 'echo one\n'), build],
    shows: { step: '0.2', state: 'cached' },
  },
};
