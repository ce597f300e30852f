import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, controller, guava, pom, readme, test } from './context.ts';
import { versions } from './versions.ts';

const source = 'src/main/java/com/example/orders/OrderController.java';
const tested = 'src/test/java/com/example/orders/OrderTest.java';

/** A Spring Boot service built with Maven: a layer of dependencies against a cache mount. */
export const scenario: Scenario = {
  slug: 'java-maven',
  title: 'Java and Maven',
  about: 'Some 330 artifacts stand between a source file and its jar; the question is how often they travel.',
  group: 'Java',
  point: 'A layer with the dependencies survives edits of the sources. A cache mount also survives edits of the pom: only the new jar is downloaded.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['orders:1.4.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a source file', weight: 70, actions: [{ type: 'write', path: source, text: controller('nothing since {n}') }] },
    { label: 'a test', weight: 18, actions: [{ type: 'write', path: tested, text: test('keepsItsTitle{n}') }] },
    { label: 'the version', weight: 6, actions: [{ type: 'write', path: 'pom.xml', text: pom('1.4.{n}') }] },
    { label: 'a dependency', weight: 4, actions: [{ type: 'write', path: 'pom.xml', text: pom('1.4.0', guava('33.{n}-jre')) }] },
    { label: 'the README', weight: 2, actions: [{ type: 'write', path: 'README.md', text: readme('{n} orders a day.') }] },
  ],
  tries: [
    { label: 'Edit OrderController.java', action: { type: 'write', path: source, text: controller('no orders') }, shown: 'One line of Java changed, and Maven downloaded the whole repository again.' },
    { label: 'Add a dependency', action: { type: 'write', path: 'pom.xml', text: pom('1.4.0', guava('33.5.0-jre')) } },
    { label: 'Edit README.md', action: { type: 'write', path: 'README.md', text: readme('Java 21.') } },
  ],
};
