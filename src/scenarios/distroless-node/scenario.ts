import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, deliver, lock } from './context.ts';
import { good, versions } from './versions.ts';

/** A small service without a system around it: what is gone with the shell, and how to look inside all the same. */
export const scenario: Scenario = {
  slug: 'distroless-node',
  title: 'Node.js without a shell',
  about: 'A service in an image that holds Node.js and nothing to break into, with a debug target for bad days.',
  group: 'JavaScript',
  point: 'Where there is no shell, commands need the JSON form and RUN fails; build in another stage and copy. A debug target has the same files on a base with a shell.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['hooks:1.2.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a source file', weight: 90, actions: [{ type: 'write', path: 'src/deliver.js', text: deliver('{n}') }] },
    { label: 'the lock file', weight: 10, actions: [{ type: 'write', path: 'package-lock.json', text: lock.replaceAll('"version": "5.3.0"', '"version": "5.3.{n}"') }] },
  ],
  tries: [
    { label: 'Edit src/deliver.js', action: { type: 'write', path: 'src/deliver.js', text: deliver(5) }, shown: 'One number changed, and all packages were installed again, into an image that is mostly tools nobody calls.' },
    { label: 'Build the debug target', action: { type: 'options', options: { target: 'debug', tags: ['hooks:1.2.0-debug'] } } },
    { label: 'Add a RUN to the last stage', action: { type: 'write', path: 'Dockerfile', text: good.replace('EXPOSE 8080\n', 'RUN chmod 444 server.js\nEXPOSE 8080\n') } },
  ],
};
