/** A tag is an arrow; what it points at stays as long as something else needs it. */
import { dockerfile, plainScene, project } from './demo.ts';
import type { Misconception } from './misconception.ts';

export const deleteTagFrees: Misconception = {
  id: 'delete-tag-frees',
  belief: 'predict.belief-delete-tag-frees',
  truth: 'predict.truth-delete-tag-frees',
  demo: {
    scene: plainScene,
    actions: [
      project('tags', { Dockerfile: dockerfile('FROM alpine:3.20', 'COPY note.txt /'), 'note.txt': 'one\n' }),
      { type: 'command', line: 'docker build -t app:1 -t app:2 .' },
      { type: 'command', line: 'docker rmi app:1' },
      { type: 'command', line: 'docker build -t app:2 .' },
    ],
    shows: { step: '0.2', state: 'cached' },
  },
};
