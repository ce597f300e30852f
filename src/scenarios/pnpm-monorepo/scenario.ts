import type { Scenario } from '#engine/workspace/scenario.ts';
import { admin, button, context, docs, lock, lockWithAdmin, page, server } from './context.ts';
import { versions } from './versions.ts';

/** Three packages in one repository, two of them shipped: manifests at depth, and stages beside each other. */
export const scenario: Scenario = {
  slug: 'pnpm-monorepo',
  title: 'pnpm monorepo',
  about: 'Three packages in one repository, whose applications build side by side once each has a stage.',
  group: 'JavaScript',
  point: 'COPY --parents brings all manifests and nothing else; then a stage for each application rebuilds it alone. A plain node_modules in the ignore file matches only the top folder.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['acme:1.0.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'the site', weight: 35, actions: [{ type: 'write', path: 'packages/web/src/main.js', text: page('Acme {n}') }] },
    { label: 'the server', weight: 30, actions: [{ type: 'write', path: 'packages/api/src/server.ts', text: server('hello {n}') }] },
    { label: 'the shared package', weight: 15, actions: [{ type: 'write', path: 'packages/ui/src/Button.js', text: button('button-{n}') }] },
    { label: 'the documentation', weight: 10, actions: [{ type: 'write', path: 'docs/deploying.md', text: docs('Changed {n} times.') }] },
    { label: 'the lock file', weight: 8, actions: [{ type: 'write', path: 'pnpm-lock.yaml', text: lock('10.29.{n}') }] },
    {
      label: 'a new package',
      weight: 2,
      actions: [
        { type: 'write', path: 'packages/admin/package.json', text: admin('^2.0.{n}') },
        { type: 'write', path: 'pnpm-lock.yaml', text: lockWithAdmin('^2.0.{n}') },
      ],
    },
  ],
  tries: [
    { label: 'Edit the site', action: { type: 'write', path: 'packages/web/src/main.js', text: page('Acme and sons') }, shown: 'One heading of the site changed. The packages of all applications were installed again, and the server was built again too.' },
    { label: 'Edit the server', action: { type: 'write', path: 'packages/api/src/server.ts', text: server('good morning') } },
    { label: 'Edit the shared button', action: { type: 'write', path: 'packages/ui/src/Button.js', text: button('pill') } },
  ],
};
