import type { Scenario } from '#engine/workspace/scenario.ts';
import { cart, context, pom, settings } from './context.ts';
import { versions } from './versions.ts';

const source = 'src/main/java/com/example/shop/Cart.java';
const resource = 'src/main/resources/application.yaml';

/** A Spring Boot archive in one layer and in four: what a push has to send. */
export const scenario: Scenario = {
  slug: 'spring-layered',
  title: 'Spring Boot in layers',
  about: 'The same program as one archive and as four layers, pushed after the same edit.',
  group: 'Java',
  point: 'Cut a large artifact where its parts change at different rates, rare ones first: a push then sends the classes, not the 42 MB around them.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['ghcr.io/me/shop:1.0.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a class', weight: 85, actions: [{ type: 'write', path: source, text: cart('{n}') }] },
    { label: 'a snapshot dependency', weight: 8, actions: [{ type: 'write', path: 'pom.xml', text: pom({ prices: '2.0.{n}-SNAPSHOT' }) }] },
    { label: 'a dependency', weight: 5, actions: [{ type: 'write', path: 'pom.xml', text: pom({ boot: '3.5.1{n}' }) }] },
    { label: 'a resource', weight: 2, actions: [{ type: 'write', path: resource, text: settings('shop-{n}') }] },
  ],
  tries: [
    { label: 'Edit Cart.java', action: { type: 'write', path: source, text: cart('20') }, shown: 'One constant changed, and the last layer of 42 MB is another one.' },
    { label: 'Take a new snapshot', action: { type: 'write', path: 'pom.xml', text: pom({ prices: '2.0.1-SNAPSHOT' }) } },
  ],
};
