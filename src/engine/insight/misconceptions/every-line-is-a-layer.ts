/** Lines that change only the config make no layer; a RUN makes one even if it changes no file. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const everyLineIsALayer: Misconception = {
  id: 'every-line-is-a-layer',
  belief: 'predict.belief-every-line-is-a-layer',
  truth: 'predict.truth-every-line-is-a-layer',
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('layers', dockerfile('FROM alpine:3.20', 'ENV MODE=fast', 'LABEL version=1', 'CMD ["sh"]'), dockerfile('FROM alpine:3.20', 'ENV MODE=fast', 'LABEL version=1', 'RUN true', 'CMD ["sh"]')),
  },
};
