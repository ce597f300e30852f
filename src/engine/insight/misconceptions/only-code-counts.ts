/** READMEs, tests and logs in the copied set count like code. */
import { dockerfile, plainScene, twoBuilds, write } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { byDistance, rootFiles, saidHit } from './wrong-guess.ts';

/** Files that no program is made of. */
const notCode = /(?:\.(?:md|rst|adoc|log|png|jpe?g|svg)|(?:^|\/)(?:LICENSE|CHANGELOG|NOTICE|CODEOWNERS|docs?\/.*|tests?\/.*|.*[._]test\.\w+|\.git(?:ignore|attributes)?(?:\/.*)?))$/i;

export const onlyCodeCounts: Misconception = {
  id: 'only-code-counts',
  belief: 'predict.belief-only-code-counts',
  truth: 'predict.truth-only-code-counts',
  matches: (wrong) => {
    const files = rootFiles(wrong);
    return saidHit(wrong) && files.length > 0 && files.every((path) => notCode.test(path)) ? byDistance(wrong, 70, 60) : 0;
  },
  demo: {
    scene: plainScene,
    actions: twoBuilds('only-code-counts', { Dockerfile: dockerfile('FROM alpine:3.20', 'COPY . /app', 'RUN cat /app/main.sh'), 'main.sh': 'echo hello\n', 'README.md': '# app\n' }, [write('README.md', '# The app\n')]),
    shows: { step: '0.2', state: 'rebuilt' },
  },
};
