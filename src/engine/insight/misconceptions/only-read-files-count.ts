/** A RUN is keyed by its parent: which files the command opens is nobody's knowledge. */
import { dockerfile, plainScene, twoBuilds, write } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidHit } from './wrong-guess.ts';

export const onlyReadFilesCount: Misconception = {
  id: 'only-read-files-count',
  belief: 'predict.belief-only-read-files-count',
  truth: 'predict.truth-only-read-files-count',
  matches: (wrong) => (saidHit(wrong) && wrong.cause === 'parent' && wrong.now.step.keyword === 'RUN' ? 50 : 0),
  demo: {
    scene: plainScene,
    actions: twoBuilds('only-read-files-count', { Dockerfile: dockerfile('FROM alpine:3.20', 'COPY . /app', 'RUN cat /app/list.txt'), 'list.txt': 'one\n', 'other.txt': 'a\n' }, [write('other.txt', 'b\n')]),
    shows: { step: '0.3', state: 'rebuilt' },
  },
};
