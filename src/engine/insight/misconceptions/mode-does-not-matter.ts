/** The permission bits of what is copied are in the content digest. */
import { dockerfile, plainScene, twoBuilds } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { byDistance, saidHit } from './wrong-guess.ts';

export const modeDoesNotMatter: Misconception = {
  id: 'mode-does-not-matter',
  belief: 'predict.belief-mode-does-not-matter',
  truth: 'predict.truth-mode-does-not-matter',
  matches: (wrong) => (saidHit(wrong) && wrong.root.cause === 'file-mode' ? byDistance(wrong, 90, 70) : 0),
  demo: {
    scene: plainScene,
    actions: twoBuilds('mode', { Dockerfile: dockerfile('FROM alpine:3.20', 'COPY run.sh /app/'), 'run.sh': 'echo hello\n' }, [{ type: 'chmod', path: 'run.sh', mode: 0o755 }]),
    shows: { step: '0.2', state: 'rebuilt' },
  },
};
