import type { Action } from '#engine/workspace/action.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { context } from './context.ts';

/** The default scene: a small Go service, compiled in one stage and shipped in another. */
export const scenario: Scenario = {
  slug: 'go-two-stages',
  title: 'Go, two stages',
  about: 'A compiler runs again for every edit, and the image still changes only when the program does.',
  group: 'Start here',
  point: 'The compiler runs for every edit of the context; only an edit that changes the program reaches the image.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['ghcr.io/me/app:1.0.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  // The base of the final stage is built anew each week, so that its tag leads elsewhere after one.
  moves: [
    { tag: 'gcr.io/distroless/static', day: '2026-09-07' },
    { tag: 'gcr.io/distroless/static', day: '2026-09-14' },
  ],
  edits: [
    { label: 'main.go', weight: 80, actions: [edit('main.go', 'listening on', 'listening {n} on')] },
    { label: 'the README', weight: 20, actions: [edit('README.md', 'says hello', 'says hello {n} times')] },
  ],
  tries: [
    { label: 'Edit main.go', action: edit('main.go', 'listening on', 'greeter listening on') },
    { label: 'Edit README.md', action: edit('README.md', 'says hello', 'says hello to anyone'), shown: 'Only the README changed. The code was compiled again, came out byte for byte the same, and the image did not change.' },
    { label: 'Touch main.go', action: { type: 'touch', path: 'main.go' } },
  ],
};

/** One word of a file, changed. */
function edit(path: string, find: string, replacement: string): Action {
  return { type: 'write', path, text: (context[path]?.text ?? '').replace(find, replacement) };
}
