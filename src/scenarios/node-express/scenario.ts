import type { Scenario } from '#engine/workspace/scenario.ts';
import { app, context, lock, manifest, readme, test } from './context.ts';
import { versions } from './versions.ts';

/** A web service on Node.js: order and context, the two things that most images get wrong. */
export const scenario: Scenario = {
  slug: 'node-express',
  title: 'Node.js and Express',
  about: 'A service whose packages are installed for every edit, until the manifests are copied first.',
  group: 'JavaScript',
  point: 'Copy what the install reads before anything else, and send only what the image needs: edits then cost a copy, and the image is a fifth.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['shop-api:1.4.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a source file', weight: 71, actions: [{ type: 'write', path: 'src/app.js', text: app('hello number {n}') }] },
    { label: 'a test', weight: 14, actions: [{ type: 'write', path: 'test/orders.test.js', text: test('an order has a piece, {n}') }] },
    { label: 'the README', weight: 6, actions: [{ type: 'write', path: 'README.md', text: readme('Changed {n} times.') }] },
    { label: 'the lock file', weight: 5, actions: [{ type: 'write', path: 'package-lock.json', text: lock.replaceAll('3.25.76', '3.25.{n}') }] },
    { label: 'the version', weight: 4, actions: [{ type: 'write', path: 'package.json', text: manifest('{n}') }] },
  ],
  tries: [
    { label: 'Edit src/app.js', action: { type: 'write', path: 'src/app.js', text: app('good morning') }, shown: 'One line of one file changed, and every package was installed again: the install stands below the copy of everything.' },
    { label: 'Edit README.md', action: { type: 'write', path: 'README.md', text: readme('Now with invoices.') } },
    { label: 'Update zod in the lock file', action: { type: 'write', path: 'package-lock.json', text: lock.replaceAll('3.25.76', '3.25.77') } },
  ],
};
