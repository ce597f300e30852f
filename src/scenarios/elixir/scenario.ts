import type { Scenario } from '#engine/workspace/scenario.ts';
import { cart, config, context, lock, runtime, style } from './context.ts';
import { versions } from './versions.ts';

/** A Phoenix application: one folder of configuration that is read at two times. */
export const scenario: Scenario = {
  slug: 'elixir',
  title: 'Elixir and Phoenix',
  about: 'One folder of configuration, of which a part is compiled into the code and a part is read when it starts.',
  group: 'Elixir',
  point: 'Split configuration by when it is read: what dependencies are compiled with goes above deps.compile, and runtime.exs, which nothing is compiled with, goes right above the release.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['shop:0.1.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a module', weight: 78, actions: [{ type: 'write', path: 'lib/shop/cart.ex', text: cart('{n}') }] },
    { label: 'a style sheet', weight: 10, actions: [{ type: 'write', path: 'assets/css/app.css', text: style('{n}') }] },
    { label: 'runtime.exs', weight: 6, actions: [{ type: 'write', path: 'config/runtime.exs', text: runtime('40{n}') }] },
    { label: 'the lock file', weight: 4, actions: [{ type: 'write', path: 'mix.lock', text: lock('1.8.{n}') }] },
    { label: 'config.exs', weight: 2, actions: [{ type: 'write', path: 'config/config.exs', text: config('token_{n}') }] },
  ],
  tries: [
    { label: 'Edit runtime.exs', action: { type: 'write', path: 'config/runtime.exs', text: runtime('8080') }, shown: 'A port that is read when the release starts: and every dependency was compiled for it.' },
    { label: 'Edit cart.ex', action: { type: 'write', path: 'lib/shop/cart.ex', text: cart('5') } },
    { label: 'Edit config.exs', action: { type: 'write', path: 'config/config.exs', text: config('card_number') } },
  ],
};
