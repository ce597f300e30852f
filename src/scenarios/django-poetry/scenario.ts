import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, lock, messages, settings, style, template, views } from './context.ts';
import { versions } from './versions.ts';

/** A site in Django: stages that cut edits off. */
export const scenario: Scenario = {
  slug: 'django-poetry',
  title: 'Django and Poetry',
  about: 'A site whose lock file and static files each pass through a stage that lets only real changes through.',
  group: 'Python',
  point: 'A stage can be a filter: the lock changes, the list of requirements that it exports does not, and the install stays cached. Static files are collected apart from the code, so neither waits for the other.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['market:3.4.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'the code', weight: 66, actions: [{ type: 'write', path: 'apps/shops/views.py', text: views('{n}') }] },
    { label: 'a template', weight: 14, actions: [{ type: 'write', path: 'templates/shops/index.html', text: template('Shops, {n}') }] },
    { label: 'a static file', weight: 8, actions: [{ type: 'write', path: 'static/market.css', text: style('{n}') }] },
    { label: 'a translation', weight: 5, actions: [{ type: 'write', path: 'locale/de/LC_MESSAGES/django.po', text: messages('Läden {n}') }] },
    { label: 'the lock file', weight: 3, actions: [{ type: 'write', path: 'poetry.lock', text: lock('5.2.{n}') }] },
    { label: 'the lock of a tool', weight: 2, actions: [{ type: 'write', path: 'poetry.lock', text: lock('5.2.8', '0.17.{n}') }] },
    { label: 'the settings', weight: 2, actions: [{ type: 'write', path: 'config/settings.py', text: settings('{n}') }] },
  ],
  tries: [
    { label: 'Edit a view', action: { type: 'write', path: 'apps/shops/views.py', text: views(40) }, shown: 'One number changed: packages of the system, poetry, Django and the static files, all again.' },
    { label: 'Upgrade the linter', action: { type: 'write', path: 'poetry.lock', text: lock('5.2.8', '0.17.0') } },
    { label: 'Edit a style', action: { type: 'write', path: 'static/market.css', text: style(18) } },
  ],
};
