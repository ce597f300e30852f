/** Lines that only change the config are in no key. */
import { dockerfile, plainScene, twoDockerfiles } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidMiss } from './wrong-guess.ts';

/** Instructions of which no step's key knows. */
const configOnly: ReadonlySet<string> = new Set(['LABEL', 'CMD', 'ENTRYPOINT', 'EXPOSE', 'VOLUME', 'STOPSIGNAL', 'HEALTHCHECK', 'MAINTAINER', 'ONBUILD']);

export const metadataBreaksCache: Misconception = {
  id: 'metadata-breaks-cache',
  belief: 'predict.belief-metadata-breaks-cache',
  truth: 'predict.truth-metadata-breaks-cache',
  matches: (wrong) => {
    const { instructions } = wrong.world;
    return saidMiss(wrong) && [...instructions].some((keyword) => configOnly.has(keyword)) && wrong.now.step.keyword !== 'FROM' ? 80 : 0;
  },
  demo: {
    scene: plainScene,
    actions: twoDockerfiles('metadata', dockerfile('FROM alpine:3.20', 'LABEL version=1', 'RUN echo hello > /greeting'), dockerfile('FROM alpine:3.20', 'LABEL version=2', 'RUN echo hello > /greeting')),
    shows: { step: '0.2', state: 'cached' },
  },
};
