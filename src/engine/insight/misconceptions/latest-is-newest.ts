/** `latest` is the word for no word: it moves when somebody moves it. */
import { dockerfile, plainScene, project, write } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidMiss } from './wrong-guess.ts';

/** A FROM as written, without a digest and with no tag but the default one. */
const isLatest = (text: string): boolean => /(?:^|[/\s])[^/:@\s]+(?::latest)?$/.test(text);

export const latestIsNewest: Misconception = {
  id: 'latest-is-newest',
  belief: 'predict.belief-latest-is-newest',
  truth: 'predict.truth-latest-is-newest',
  matches: (wrong) => (saidMiss(wrong) && wrong.now.step.reads.some(({ kind }) => kind === 'image') && isLatest(wrong.now.step.text) ? 65 : 0),
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
