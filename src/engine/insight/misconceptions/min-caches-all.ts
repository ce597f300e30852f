/** An export with mode=min keeps what the result needs; the steps of other stages are not in it. */
import { dockerfile, plainScene, project, write } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidHit } from './wrong-guess.ts';

export const minCachesAll: Misconception = {
  id: 'min-caches-all',
  belief: 'predict.belief-min-caches-all',
  truth: 'predict.truth-min-caches-all',
  matches: (wrong) => (saidHit(wrong) && wrong.project.imports === 'min' && wrong.now.build.record.stages[wrong.now.step.stage]?.target === false ? 88 : 0),
  demo: {
    scene: plainScene,
    actions: [
      project('min', { Dockerfile: dockerfile('FROM alpine:3.20 AS build', 'RUN echo tools > /tools', 'COPY main.txt /main.txt', 'RUN cat /main.txt /tools > /out', '', 'FROM alpine:3.20', 'COPY --from=build /out /out'), 'main.txt': 'one\n', '.dockerignore': 'cache\n' }),
      { type: 'command', line: 'docker buildx create --name own --use' },
      { type: 'command', line: 'docker buildx build --cache-to type=local,dest=cache,mode=min .' },
      write('main.txt', 'two\n'),
      { type: 'prune' },
      { type: 'command', line: 'docker buildx build --cache-from type=local,src=cache .' },
    ],
    shows: { step: '0.2', state: 'rebuilt' },
  },
};
