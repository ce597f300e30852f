import type { Scenario } from '#engine/workspace/scenario.ts';
import { certificate, context, page, secrets, site } from './context.ts';
import { versions } from './versions.ts';

/** The smallest useful file: a server, its settings, its pages, and a check. */
export const scenario: Scenario = {
  slug: 'nginx-conf',
  title: 'nginx and its settings',
  about: 'A web server with settings of its own: what must be in the image, what must not, and a check that is a step.',
  group: 'Servers and sites',
  point: 'A check of the settings is a RUN like any other: it is cached as long as they stay the same, and a typo fails the build instead of the deployment. Keys are mounted, never copied.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['site:2.1.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  secrets,
  edits: [
    { label: 'settings', weight: 80, actions: [{ type: 'write', path: 'conf.d/20-site.conf', text: site('{n}') }] },
    { label: 'a page', weight: 15, actions: [{ type: 'write', path: 'html/index.html', text: page('It works, {n} times') }] },
    { label: 'a certificate', weight: 5, actions: [{ type: 'write', path: 'certs/site.crt', text: certificate('{n}') }] },
  ],
  tries: [
    { label: 'Misspell a directive', action: { type: 'write', path: 'conf.d/20-site.conf', text: site(3600).replace('expires', 'expire') }, shown: 'The build is content: nothing has read the settings. The container will not start.' },
    { label: 'Edit the settings', action: { type: 'write', path: 'conf.d/20-site.conf', text: site(3600) } },
    { label: 'Renew the certificate', action: { type: 'write', path: 'certs/site.crt', text: certificate(2) } },
  ],
};
