/** `latest` is the word for no word: it moves when somebody moves it. */
import { dockerfile, plainScene, project, write } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidMiss } from './wrong-guess.ts';

export const latestIsNewest: Misconception = {
  id: 'latest-is-newest',
  belief: 'predict.belief-latest-is-newest',
  truth: 'predict.truth-latest-is-newest',
  matches: (wrong) => {
    const { step } = wrong.now;
    const image = step.reads.find((read) => read.kind === 'image');
    return saidMiss(wrong) && step.keyword === 'FROM' && image && /^[^@]*\/?[^/:@]+(?::latest)?$/.test(image.ref) ? 65 : 0;
  },
  demo: {
    scene: plainScene,
    actions: [
      project('latest', { Dockerfile: dockerfile('FROM alpine:3.20', 'LABEL version=2.0', 'COPY note.txt /'), 'note.txt': 'note\n' }),
      { type: 'command', line: 'docker build -t app:2.0 -t app:latest .' },
      write('Dockerfile', dockerfile('FROM alpine:3.20', 'LABEL version=1.9.1', 'COPY note.txt /')),
      { type: 'command', line: 'docker build -t app .' },
    ],
  },
};
