import type { Scenario } from '#engine/workspace/scenario.ts';
import { article, config, context, robots, style } from './context.ts';
import { versions } from './versions.ts';

/** A generated site with large files that never change. */
export const scenario: Scenario = {
  slug: 'static-site',
  title: 'Static site with photos',
  about: 'Pages that change every day, and 80 MB of photographs that stay as they are.',
  group: 'Servers and sites',
  point: 'What is large and rarely changes gets a layer of its own, below what changes often: an article costs a push of its pages, not of the photographs.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['ghcr.io/me/tea:1.0.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'an article', weight: 88, actions: [{ type: 'write', path: 'content/posts/brew.md', text: article('Wait {n} minutes.') }] },
    { label: 'the theme', weight: 5, actions: [{ type: 'write', path: 'themes/plain/assets/style.css', text: style('{n}') }] },
    { label: 'a static file', weight: 5, actions: [{ type: 'write', path: 'static/robots.txt', text: robots('/drafts-{n}/') }] },
    { label: 'the configuration', weight: 2, actions: [{ type: 'write', path: 'hugo.toml', text: config('Tea {n}') }] },
  ],
  tries: [
    { label: 'Edit an article', action: { type: 'write', path: 'content/posts/brew.md', text: article('Wait five minutes.') }, shown: 'One sentence changed, and 160 MB of layers are new: the sources and the site made of them.' },
    { label: 'Edit robots.txt', action: { type: 'write', path: 'static/robots.txt', text: robots('/private/') } },
  ],
};
