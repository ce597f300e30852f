import type { Scenario } from '#engine/workspace/scenario.ts';
import { app, context, lock, nginxConf, readme } from './context.ts';
import { versions } from './versions.ts';

/** A site that is built once and served by nginx: which edits reach the last stage. */
export const scenario: Scenario = {
  slug: 'vite-nginx',
  title: 'Vite and nginx',
  about: 'A site that is built in one stage and served from another, so that only its finished files count.',
  group: 'JavaScript',
  point: 'A repeatable bundler cuts edits off: what changes no byte of the site, like the README, rebuilds the bundle and stops there. The configuration of the server does not even do that.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['recipes:0.8.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a component', weight: 80, actions: [{ type: 'write', path: 'src/App.tsx', text: app('{n} recipes') }] },
    { label: 'the README', weight: 10, actions: [{ type: 'write', path: 'README.md', text: readme('{n} people cook with it.') }] },
    { label: 'the lock file', weight: 6, actions: [{ type: 'write', path: 'package-lock.json', text: lock.replaceAll('19.3.1', '19.3.{n}') }] },
    { label: 'nginx.conf', weight: 4, actions: [{ type: 'write', path: 'nginx.conf', text: nginxConf('{n}') }] },
  ],
  tries: [
    { label: 'Edit src/App.tsx', action: { type: 'write', path: 'src/App.tsx', text: app('Dinner') }, shown: 'One heading changed, and every package was installed again. What is shipped is the development server, not the site.' },
    { label: 'Edit README.md', action: { type: 'write', path: 'README.md', text: readme('Bring your own knife.') } },
    { label: 'Edit nginx.conf', action: { type: 'write', path: 'nginx.conf', text: nginxConf(365) } },
  ],
};
