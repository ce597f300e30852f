import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, goMod, goSum, logGo, readme, service, versions } from './context.ts';

/** Three Go services in one repository, one of which is built. */
export const scenario: Scenario = {
  slug: 'go-monorepo',
  title: 'Go, three services',
  about: 'One Dockerfile for three services: what an edit of one of them costs the others.',
  group: 'Go',
  point: 'A declared ARG is in the key of every RUN below it, so it belongs below what all services share. A narrow COPY keeps the edits of one service out of the others; a shared package reaches all of them.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['cart:1.0.0'], buildArgs: { SVC: 'cart' } },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'this service', weight: 24, actions: [{ type: 'write', path: 'services/cart/main.go', text: service('cart {n}') }] },
    { label: 'another service', weight: 46, actions: [{ type: 'write', path: 'services/mail/main.go', text: service('mail {n}') }] },
    { label: 'a shared package', weight: 22, actions: [{ type: 'write', path: 'pkg/log/log.go', text: logGo('shop {n}') }] },
    { label: 'go.mod and go.sum', weight: 6, actions: [{ type: 'write', path: 'go.mod', text: goMod('1.6.{n}') }, { type: 'write', path: 'go.sum', text: goSum('1.6.{n}') }] },
    { label: 'the README', weight: 2, actions: [{ type: 'write', path: 'README.md', text: readme('And {n} images.') }] },
  ],
  tries: [
    { label: 'Edit another service', action: { type: 'write', path: 'services/mail/main.go', text: service('postman') }, shown: 'Another service changed, and this one was downloaded for and compiled again.' },
    { label: 'Build the mail service', action: { type: 'options', options: { tags: ['mail:1.0.0'], buildArgs: { SVC: 'mail' } } } },
    { label: 'Edit pkg/log', action: { type: 'write', path: 'pkg/log/log.go', text: logGo('the shop') } },
  ],
};
