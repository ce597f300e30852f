/** The wave follows the edges of the graph, and stops where content came out the same. */
import { dockerfile, plainScene, twoBuilds, write } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidMiss } from './wrong-guess.ts';

export const missKillsEverything: Misconception = {
  id: 'miss-kills-everything',
  belief: 'predict.belief-miss-kills-everything',
  truth: 'predict.truth-miss-kills-everything',
  matches: (wrong) => {
    const { steps } = wrong.now.build.record;
    if (!saidMiss(wrong)) return 0;
    if (wrong.cause === 'same-content') return 95;
    const at = steps.findIndex(({ id }) => id === wrong.now.step.id);
    return steps.slice(0, at).some(({ state, stage }) => state === 'rebuilt' && stage !== wrong.now.step.stage) ? 50 : 0;
  },
  demo: {
    scene: plainScene,
    actions: twoBuilds('same-content', { Dockerfile: dockerfile('FROM alpine:3.20 AS build', 'COPY . /src', 'RUN cp /src/app.txt /out.txt', '', 'FROM alpine:3.20', 'COPY --from=build /out.txt /app.txt'), 'app.txt': 'the app\n', 'notes.txt': 'one\n' }, [write('notes.txt', 'two\n')]),
    shows: { step: '1.2', state: 'cached' },
  },
};
