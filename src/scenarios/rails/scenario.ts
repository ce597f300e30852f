import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, lock, model, style, view } from './context.ts';
import { versions } from './versions.ts';

/** A Rails application: a narrow COPY for the stage of its assets. */
export const scenario: Scenario = {
  slug: 'rails',
  title: 'Ruby on Rails',
  about: 'Gems that must be compiled and assets that must be made, neither of which a view changes.',
  group: 'Ruby',
  point: 'Give the asset stage only the assets and the configuration: views and models then never reach it. It needs no secret, only a stand-in for one.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['recipes:1.0.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a model', weight: 69, actions: [{ type: 'write', path: 'app/models/recipe.rb', text: model('{n}') }] },
    { label: 'a view', weight: 18, actions: [{ type: 'write', path: 'app/views/recipes/index.html.erb', text: view('{n} recipes') }] },
    { label: 'a style sheet', weight: 8, actions: [{ type: 'write', path: 'app/assets/stylesheets/application.css', text: style('#{n}') }] },
    { label: 'the lock file', weight: 5, actions: [{ type: 'write', path: 'Gemfile.lock', text: lock('7.1.{n}') }] },
  ],
  tries: [
    { label: 'Edit a view', action: { type: 'write', path: 'app/views/recipes/index.html.erb', text: view('Dinner') }, shown: 'A heading changed, and every gem was compiled again.' },
    { label: 'Edit the style sheet', action: { type: 'write', path: 'app/assets/stylesheets/application.css', text: style('navy') } },
  ],
};
