import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, lock, main, manifest, test } from './context.ts';
import { uvLock } from './uv-lock.ts';
import { versions } from './versions.ts';

/** A service with uv: mounts instead of copies. */
export const scenario: Scenario = {
  slug: 'fastapi-uv',
  title: 'FastAPI and uv',
  about: 'A service whose packages are installed from mounted manifests, by a tool that is mounted as well.',
  group: 'Python',
  point: 'What is mounted is read like what is copied and leaves no layer: manifests, the cache, uv itself. A new version of the project changes its manifest and reruns the install, which the cache mount makes short.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['api:0.1.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a source file', weight: 80, actions: [{ type: 'write', path: 'src/api/main.py', text: main('{n}') }] },
    { label: 'the lock file', weight: 8, actions: [{ type: 'write', path: 'uv.lock', text: lock('0.28.{n}') }] },
    { label: 'a new version', weight: 6, actions: [{ type: 'write', path: 'pyproject.toml', text: manifest('0.1.{n}') }, { type: 'write', path: 'uv.lock', text: uvLock('0.1.{n}') }] },
    { label: 'a test', weight: 6, actions: [{ type: 'write', path: 'tests/test_bookings.py', text: test('{n}') }] },
  ],
  tries: [
    { label: 'Edit src/api/main.py', action: { type: 'write', path: 'src/api/main.py', text: main(60) }, shown: 'One number changed, and all packages were downloaded again, tests and linter among them.' },
    { label: 'Upgrade httpx', action: { type: 'write', path: 'uv.lock', text: lock('0.28.2') } },
    { label: 'Forget to lock', action: { type: 'write', path: 'pyproject.toml', text: manifest('0.2.0') } },
  ],
};
