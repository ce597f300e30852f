import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, goMod, goSum, mainGo, readme } from '../go-seed/context.ts';
import { versions } from './versions.ts';

/** A Go service as a CI system builds it: what a machine that begins empty can still be given. */
export const scenario: Scenario = {
  slug: 'ci-cache',
  title: 'Caches in CI',
  about: 'The same commit on a laptop and on a runner: file modes that differ, and caches that do not travel.',
  group: 'CI and platforms',
  point: 'A cache mount stays on the machine it was filled on; a stage of its own can be exported. File modes are in the content of COPY, so make them equal in a stage before the copy that matters.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['ghcr.io/me/quotes:ci'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'main.go', weight: 82, actions: [{ type: 'write', path: 'main.go', text: mainGo('Make it work, {n} times.') }] },
    { label: 'the README', weight: 12, actions: [{ type: 'write', path: 'README.md', text: readme('Asked {n} times.') }] },
    { label: 'go.mod and go.sum', weight: 6, actions: [{ type: 'write', path: 'go.mod', text: goMod('1.8.{n}') }, { type: 'write', path: 'go.sum', text: goSum('1.8.{n}') }] },
  ],
  tries: [
    { label: 'Check go.mod out as 0664', action: { type: 'chmod', path: 'go.mod', mode: 0o664 }, shown: 'Not a byte changed. The runner checks out with another umask, and the mode is part of what COPY compares.' },
    { label: 'Edit main.go', action: { type: 'write', path: 'main.go', text: mainGo('Make it right.') } },
  ],
};
