/** A step that nothing of its key changed for stays as it was. */
import { dockerfile, plainScene, twoBuilds, write } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { isQuiet } from './world-changes.ts';
import { saidMiss } from './wrong-guess.ts';

export const anyChangeRebuilds: Misconception = {
  id: 'any-change-rebuilds',
  belief: 'predict.belief-any-change-rebuilds',
  truth: 'predict.truth-any-change-rebuilds',
  matches: (wrong) => {
    const { world } = wrong;
    if (!saidMiss(wrong) || isQuiet(world)) return 0;
    return world.changed.length > 0 && world.changed.length === world.ignored.length ? 70 : 40;
  },
  demo: {
    scene: plainScene,
    actions: twoBuilds('any-change-rebuilds', { Dockerfile: dockerfile('FROM alpine:3.20', 'WORKDIR /app', 'COPY package.json ./', 'RUN cat package.json', 'COPY src src/'), 'package.json': '{ "name": "app" }\n', 'src/index.js': 'run(1);\n' }, [write('src/index.js', 'run(2);\n')]),
    shows: { step: '0.4', state: 'cached' },
  },
};
