import type { Scenario } from '#engine/workspace/scenario.ts';
import { certificates, context, program, versions } from './context.ts';

/** One static program in an image of its own. */
export const scenario: Scenario = {
  slug: 'scratch-binary',
  title: 'From scratch',
  about: 'What an image has to hold for one statically linked program: less than one expects.',
  group: 'C and C++',
  point: 'scratch has no files at all: certificates come from another stage, the user is a number, and without a shell only the JSON form starts the program.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['hello:1.0.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'the program', weight: 97, actions: [{ type: 'write', path: 'hello', text: program('1.0.{n}') }] },
    { label: 'the certificates', weight: 3, actions: [{ type: 'write', path: 'company.crt', text: certificates('{n}') }] },
  ],
  tries: [
    { label: 'Replace the program', action: { type: 'write', path: 'hello', text: program('1.1.0') }, shown: 'The certificates were gathered again: they stand below the program that changes every day.' },
    { label: 'Replace the certificates', action: { type: 'write', path: 'company.crt', text: certificates('2') } },
  ],
};
