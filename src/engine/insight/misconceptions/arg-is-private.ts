/** The values of arguments stand in the history of the image. */
import { dockerfile, plainScene, twoBuilds } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const argIsPrivate: Misconception = {
  id: 'arg-is-private',
  belief: 'predict.belief-arg-is-private',
  truth: 'predict.truth-arg-is-private',
  demo: {
    scene: plainScene,
    actions: twoBuilds('arg-history', { Dockerfile: dockerfile('FROM alpine:3.20', 'ARG TOKEN', 'RUN test -n "$TOKEN"') }, [{ type: 'options', options: { buildArgs: { TOKEN: 'second' } } }], { buildArgs: { TOKEN: 'first' } }),
    shows: { step: '0.2', state: 'rebuilt' },
  },
};
