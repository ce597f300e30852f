import type { Scenario } from '#engine/workspace/scenario.ts';
import { config, context, home, localEnv, lock, logo } from './context.ts';
import { versions } from './versions.ts';

/** A shop on Next.js: three stages, a standalone server, and values that are built in. */
export const scenario: Scenario = {
  slug: 'nextjs',
  title: 'Next.js, three stages',
  about: 'A shop that carries its tools, an old build and local secrets along, until three stages part the work.',
  group: 'JavaScript',
  point: 'Install, build and ship in three stages: an edit reaches only the stages that read it. NEXT_PUBLIC values are built in, so another value is another build.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['storefront:2.3.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a page', weight: 74, actions: [{ type: 'write', path: 'app/page.tsx', text: home('Welcome, visitor {n}') }] },
    { label: 'a picture', weight: 10, actions: [{ type: 'write', path: 'public/logo.svg', text: logo('4{n}') }] },
    { label: 'the lock file', weight: 6, actions: [{ type: 'write', path: 'package-lock.json', text: lock.replaceAll('19.3.1', '19.3.{n}') }] },
    { label: 'local settings', weight: 6, actions: [{ type: 'write', path: '.env.local', text: localEnv('swordfish{n}') }] },
    { label: 'next.config.ts', weight: 4, actions: [{ type: 'write', path: 'next.config.ts', text: config('60{n}') }] },
  ],
  tries: [
    { label: 'Edit app/page.tsx', action: { type: 'write', path: 'app/page.tsx', text: home('Good morning') }, shown: 'One page changed, and all packages were installed before it was built: everything stands below the copy of everything.' },
    { label: 'Edit public/logo.svg', action: { type: 'write', path: 'public/logo.svg', text: logo(44) } },
    { label: 'Edit .env.local', action: { type: 'write', path: '.env.local', text: localEnv('herring') } },
    { label: 'Build for another shop', action: { type: 'options', options: { tags: ['storefront:2.3.0'], buildArgs: { NEXT_PUBLIC_SHOP_NAME: 'Harbour Shop' } } } },
  ],
};
