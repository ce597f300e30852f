import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, heavy, notebook, requirements, train } from './context.ts';
import { versions } from './versions.ts';

/** A training with gigabytes of packages: split by weight and by how often things change. */
export const scenario: Scenario = {
  slug: 'data-science',
  title: 'Data science and torch',
  about: 'A training whose packages weigh gigabytes, and whose data has no business in the image.',
  group: 'Python',
  point: 'A layer moves as a whole: split installs by weight and by rate of change. Choose the build of a package that fits the machine it runs on; mount data instead of copying it.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['rides:0.4.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a script', weight: 50, actions: [{ type: 'write', path: 'src/train.py', text: train('{n}') }] },
    { label: 'a notebook', weight: 30, actions: [{ type: 'write', path: 'notebooks/explore.ipynb', text: notebook('{n}') }] },
    { label: 'a light requirement', weight: 15, actions: [{ type: 'write', path: 'requirements.txt', text: requirements('4.68.{n}') }] },
    { label: 'the data', weight: 3, actions: [{ type: 'write', path: 'data/notes.txt', text: 'rides of 2025, delivery {n}\n' }] },
    { label: 'a heavy requirement', weight: 2, actions: [{ type: 'write', path: 'requirements-heavy.txt', text: heavy('1.7.{n}') }] },
  ],
  tries: [
    { label: 'Edit src/train.py', action: { type: 'write', path: 'src/train.py', text: train(4000) }, shown: 'One number changed: two gigabytes were copied and seven were installed again.' },
    { label: 'Run a notebook', action: { type: 'write', path: 'notebooks/explore.ipynb', text: notebook(4) } },
    { label: 'Upgrade tqdm', action: { type: 'write', path: 'requirements.txt', text: requirements('4.69.0') } },
  ],
};
