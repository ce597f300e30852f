import type { Scenario } from '#engine/workspace/scenario.ts';
import { backend, context, frontend, readme, requirements } from './context.ts';
import { versions } from './versions.ts';

const options = { tags: ['everything:latest'], buildArgs: { BUILD_DATE: '2026-09-01' } };

/** Everything that can go wrong in one file, and the file that it becomes. */
export const scenario: Scenario = {
  slug: 'horror-file',
  title: 'The horror file',
  about: 'One Dockerfile with nearly every mistake there is, each of which really builds.',
  group: 'Trouble',
  point: 'Find what each line costs: seconds of every commit, bytes that nobody sees, secrets that everybody can read. The date of the build belongs at the end.',
  files: context,
  dockerfile: 'Dockerfile',
  options,
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'the backend', weight: 47, actions: [{ type: 'write', path: 'backend/app.py', text: backend('hello {n}') }] },
    { label: 'the frontend', weight: 41, actions: [{ type: 'write', path: 'frontend/src/main.jsx', text: frontend('Hello {n}') }] },
    { label: 'the README', weight: 6, actions: [{ type: 'write', path: 'README.md', text: readme('Touched {n} times.') }] },
    { label: 'a requirement', weight: 6, actions: [{ type: 'write', path: 'backend/requirements.txt', text: requirements('2.34.{n}') }] },
  ],
  tries: [
    { label: 'Edit README.md', action: { type: 'write', path: 'README.md', text: readme('Somebody touched it.') }, shown: 'One word of the README, and everything was installed and built again, from the first RUN to the last.' },
    { label: 'Build tomorrow', action: { type: 'options', options: { ...options, buildArgs: { BUILD_DATE: '2026-09-02' } } } },
    { label: 'Edit backend/app.py', action: { type: 'write', path: 'backend/app.py', text: backend('good morning') } },
  ],
};
