/** Patterns are anchored at the root of the context. */
import { dockerfile, plainScene, twoBuilds, write } from './demo.ts';
import type { Misconception } from './misconception.ts';
import { byDistance, rootFiles, saidHit } from './wrong-guess.ts';

/** Rules without a folder in them: .gitignore has them at every depth, .dockerignore at the root alone. */
function looseNames(ignore: string): ReadonlySet<string> {
  const rules = ignore.split('\n').map((line) => line.trim().replace(/\/$/, ''));
  return new Set(rules.filter((rule) => rule !== '' && !/[#!/*?[]/.test(rule)));
}

export const dockerignoreIsGitignore: Misconception = {
  id: 'dockerignore-is-gitignore',
  belief: 'predict.belief-dockerignore-is-gitignore',
  truth: 'predict.truth-dockerignore-is-gitignore',
  matches: (wrong) => {
    const names = looseNames(wrong.project.ignore ?? '');
    const files = rootFiles(wrong);
    return saidHit(wrong) && files.length > 0 && files.every((path) => path.split('/').slice(1).some((name) => names.has(name))) ? byDistance(wrong, 90, 72) : 0;
  },
  demo: {
    scene: plainScene,
    actions: twoBuilds('nested-modules', { Dockerfile: dockerfile('FROM alpine:3.20', 'COPY . /app'), '.dockerignore': 'node_modules\n', 'web/index.js': 'run();\n', 'web/node_modules/left.js': 'left(1);\n' }, [write('web/node_modules/left.js', 'left(2);\n')]),
    shows: { step: '0.2', state: 'rebuilt' },
  },
};
