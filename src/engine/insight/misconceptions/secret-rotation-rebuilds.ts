/** The value of a secret is in no key. */
import { dockerfile, plainScene, project, write } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { saidMiss } from './wrong-guess.ts';

export const secretRotationRebuilds: Misconception = {
  id: 'secret-rotation-rebuilds',
  belief: 'predict.belief-secret-rotation-rebuilds',
  truth: 'predict.truth-secret-rotation-rebuilds',
  matches: (wrong) => (saidMiss(wrong) && wrong.now.step.reads.some(({ kind }) => kind === 'secret' || kind === 'ssh') ? 71 : 0),
  demo: {
    scene: plainScene,
    actions: [
      project('secret', { Dockerfile: dockerfile('FROM alpine:3.20', 'RUN --mount=type=secret,id=token wc -c /run/secrets/token'), 'token.txt': 'abc\n' }),
      { type: 'command', line: 'docker build --secret id=token,src=token.txt -t app .' },
      write('token.txt', 'abcdef\n'),
      { type: 'command', line: 'docker build --secret id=token,src=token.txt -t app .' },
    ],
    shows: { step: '0.2', state: 'cached' },
  },
};
