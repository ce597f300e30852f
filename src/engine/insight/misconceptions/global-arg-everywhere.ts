/** An ARG above FROM serves the FROM lines, and no stage that does not declare it again. */
import { dockerfile, plainScene, twoBuilds } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidMiss } from './wrong-guess.ts';

const declares = (text: string, name: string): boolean => text.split('\n').some((line) => /^\s*ARG\s/i.test(line) && line.split(/[\s=]+/).includes(name));

export const globalArgEverywhere: Misconception = {
  id: 'global-arg-everywhere',
  belief: 'predict.belief-global-arg-everywhere',
  truth: 'predict.truth-global-arg-everywhere',
  matches: (wrong) => {
    const { world, now } = wrong;
    if (!saidMiss(wrong) || now.step.keyword !== 'RUN') return 0;
    const [head = '', ...stages] = now.build.record.dockerfile.text.split(/^(?=\s*FROM\s)/im);
    const global = (name: string) => declares(head, name) && !stages.some((stage) => declares(stage, name));
    return world.arguments.some(global) ? 86 : 0;
  },
  demo: {
    scene: plainScene,
    actions: twoBuilds('global-arg', { Dockerfile: dockerfile('ARG V=1', 'FROM alpine:3.20', 'RUN echo "[$V]"') }, [{ type: 'options', options: { buildArgs: { V: '2' } } }]),
    shows: { step: '0.2', state: 'cached' },
  },
};
