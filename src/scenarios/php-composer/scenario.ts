import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, controller, lock, log, view } from './context.ts';
import { versions } from './versions.ts';

/** A Laravel application: an install in two phases. */
export const scenario: Scenario = {
  slug: 'php-composer',
  title: 'PHP and Composer',
  about: 'An install that needs the lock file for its packages and the application for its scripts.',
  group: 'PHP',
  point: 'Split the install: packages from the lock file first, without scripts and autoloader; both follow once the application is there. A log file in the context makes every build a new one.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['blog:1.0.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a class', weight: 74, actions: [{ type: 'write', path: 'app/Http/Controllers/PostController.php', text: controller('{n}') }] },
    { label: 'a view', weight: 14, actions: [{ type: 'write', path: 'resources/views/posts.blade.php', text: view('Blog {n}') }] },
    { label: 'a line in the log', weight: 7, actions: [{ type: 'write', path: 'storage/logs/laravel.log', text: log('{n}') }] },
    { label: 'the lock file', weight: 5, actions: [{ type: 'write', path: 'composer.lock', text: lock('v12.30.{n}0') }] },
  ],
  tries: [
    { label: 'Write to the log', action: { type: 'write', path: 'storage/logs/laravel.log', text: log('2') }, shown: 'Somebody opened the site on the author’s machine, and the next build installed every package again.' },
    { label: 'Edit PostController.php', action: { type: 'write', path: 'app/Http/Controllers/PostController.php', text: controller('20') } },
  ],
};
