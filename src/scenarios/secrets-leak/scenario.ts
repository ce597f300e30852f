import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, env, lock, main, token } from './context.ts';
import { versions } from './versions.ts';

/** A service that needs secrets, to build and to run: where each of them can still be read. */
export const scenario: Scenario = {
  slug: 'secrets-leak',
  title: 'Leaked secrets',
  about: 'Three secrets that anybody who pulls the image can read, and a build that needs them and keeps none.',
  group: 'Trouble',
  point: 'Build arguments stand in the history, ENV in the config, and a deleted file in the layer that brought it. A secret mount leaves nothing, and is in no key: a new token alone reruns nothing.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['billing:2.0.0'] },
  secrets: { npm_token: token },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a source file', weight: 88, actions: [{ type: 'write', path: 'src/main.js', text: main('ready, {n}') }] },
    { label: 'the lock file', weight: 6, actions: [{ type: 'write', path: 'package-lock.json', text: lock.replace('"version": "9.7.0"', '"version": "9.7.{n}"') }] },
    { label: 'the password', weight: 6, actions: [{ type: 'write', path: '.env', text: env('battery-staple-{n}') }] },
  ],
  tries: [
    { label: 'Change the password in .env', action: { type: 'write', path: '.env', text: env('battery-staple') }, shown: 'The new password is in a layer of the image too: the RUN below hides the file and takes nothing back.' },
    { label: 'Build with another token', action: { type: 'options', options: { tags: ['billing:2.0.0'], buildArgs: { NPM_TOKEN: 'acme-npm-7d793037a076' } } } },
    { label: 'Raise TOKEN_VERSION', action: { type: 'options', options: { tags: ['billing:2.0.0'], buildArgs: { TOKEN_VERSION: '2' } } } },
  ],
};
