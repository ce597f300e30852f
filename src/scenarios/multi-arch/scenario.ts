import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, goMod, goSum, mainGo, readme } from '../go-seed/context.ts';
import { versions } from './versions.ts';

/** One Go service for two processors. */
export const scenario: Scenario = {
  slug: 'multi-arch',
  title: 'Go for two processors',
  about: 'The same service for amd64 and arm64: what is done twice, and what is emulated.',
  group: 'CI and platforms',
  point: 'Let the compiler run where the builder is and name the target to it. A declared ARG is in the key of every RUN below it: above the download it makes two of it, below it the two builds share one.',
  files: { ...context, '.dockerignore': { text: '.git\nDockerfile\n.dockerignore\n*_test.go\nREADME.md\n' } },
  dockerfile: 'Dockerfile',
  options: { tags: ['ghcr.io/me/quotes:1.0.0'], platforms: ['linux/amd64', 'linux/arm64'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'main.go', weight: 82, actions: [{ type: 'write', path: 'main.go', text: mainGo('Make it work, {n} times.') }] },
    { label: 'the README', weight: 12, actions: [{ type: 'write', path: 'README.md', text: readme('Asked {n} times.') }] },
    { label: 'go.mod and go.sum', weight: 6, actions: [{ type: 'write', path: 'go.mod', text: goMod('1.8.{n}') }, { type: 'write', path: 'go.sum', text: goSum('1.8.{n}') }] },
  ],
  tries: [
    { label: 'Edit main.go', action: { type: 'write', path: 'main.go', text: mainGo('Make it right.') }, shown: 'Both processors compiled again. The arm64 compiler was itself an arm64 program, and took eight times as long.' },
    { label: 'Edit go.mod', action: { type: 'write', path: 'go.mod', text: `${goMod('1.8.0')}\n// checked in September\n` } },
  ],
};
