import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, readme, requirements, routes, tests } from './context.ts';
import { versions } from './versions.ts';

/** A web application in Python: what the order of two lines costs, and what a database in the context does. */
export const scenario: Scenario = {
  slug: 'flask-pip',
  title: 'Flask and pip',
  about: 'A web application whose packages are installed again for every edit, until they are asked for first.',
  group: 'Python',
  point: 'Packages stand above the code that changes more often than they do. A database that lies in the context makes COPY miss after every run on this machine.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['orders:1.3.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'the application', weight: 76, actions: [{ type: 'write', path: 'app/routes.py', text: routes('{n}') }] },
    { label: 'a test', weight: 14, actions: [{ type: 'write', path: 'tests/test_orders.py', text: tests('{n}') }] },
    { label: 'a requirement', weight: 5, actions: [{ type: 'write', path: 'requirements.txt', text: requirements('3.1.{n}') }] },
    { label: 'the README', weight: 5, actions: [{ type: 'write', path: 'README.md', text: readme('{n} orders so far.') }] },
  ],
  tries: [
    { label: 'Edit app/routes.py', action: { type: 'write', path: 'app/routes.py', text: routes(20) }, shown: 'One number changed, and every package was downloaded and installed again.' },
    { label: 'Run it on this machine', action: { type: 'write', path: 'instance/orders.sqlite-wal', text: 'INSERT INTO "order" VALUES (1, \'Ada\', 1200);\n' } },
    { label: 'Upgrade werkzeug', action: { type: 'write', path: 'requirements.txt', text: requirements('3.1.4') } },
  ],
};
