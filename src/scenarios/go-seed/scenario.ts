import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, goMod, goSum, mainGo, readme, testGo } from './context.ts';
import { versions } from './versions.ts';

/** The smallest Go service: order, two stages, an ignore file, and where an edit stops. */
export const scenario: Scenario = {
  slug: 'go-seed',
  title: 'A Go service',
  about: 'One program and one module: what each edit runs again, and which edits never reach the image.',
  group: 'Go',
  point: 'The modules come from two files, so only they may run the download again. A README does run the compiler, but it gives the same bytes, and the image stays what it was.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['ghcr.io/me/quotes:1.0.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'main.go', weight: 62, actions: [{ type: 'write', path: 'main.go', text: mainGo('Make it work, {n} times.') }] },
    { label: 'the test', weight: 20, actions: [{ type: 'write', path: 'main_test.go', text: testGo('Case {n}.') }] },
    { label: 'the README', weight: 12, actions: [{ type: 'write', path: 'README.md', text: readme('Asked {n} times.') }] },
    { label: 'go.mod and go.sum', weight: 6, actions: [{ type: 'write', path: 'go.mod', text: goMod('1.8.{n}') }, { type: 'write', path: 'go.sum', text: goSum('1.8.{n}') }] },
  ],
  tries: [
    { label: 'Edit main.go', action: { type: 'write', path: 'main.go', text: mainGo('Make it right.') }, shown: 'No module changed, and all were downloaded again: the download stands below a copy of everything.' },
    { label: 'Edit README.md', action: { type: 'write', path: 'README.md', text: readme('It will answer.') } },
    { label: 'Edit main_test.go', action: { type: 'write', path: 'main_test.go', text: testGo('It says something.') } },
  ],
};
