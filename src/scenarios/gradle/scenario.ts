import type { Scenario } from '#engine/workspace/scenario.ts';
import { context, greeting, properties, readme, script, wrapper } from './context.ts';
import { versions } from './versions.ts';

const source = 'src/main/java/com/example/hello/Greeting.java';
const added = (version: string) => script(`    implementation("com.google.guava:guava:${version}")\n`);

/** A Gradle build with its wrapper: three rates of change, three steps. */
export const scenario: Scenario = {
  slug: 'gradle',
  title: 'Gradle with its wrapper',
  about: 'A build that brings its own build tool, and downloads it as often as its Dockerfile asks for.',
  group: 'Java',
  point: 'Wrapper, build scripts and sources change at three rates: a step for each. The version in gradle.properties is read with the scripts, so a release resolves the dependencies again.',
  files: context,
  dockerfile: 'Dockerfile',
  options: { tags: ['hello:2.3.0'] },
  begins: Date.UTC(2026, 8, 1, 9),
  prologue: [{ type: 'build' }],
  versions,
  edits: [
    { label: 'a source file', weight: 80, actions: [{ type: 'write', path: source, text: greeting('Hello, number {n}') }] },
    { label: 'a build script', weight: 8, actions: [{ type: 'write', path: 'build.gradle.kts', text: added('33.{n}-jre') }] },
    { label: 'the version', weight: 8, actions: [{ type: 'write', path: 'gradle.properties', text: properties('2.3.{n}') }] },
    { label: 'the README', weight: 3, actions: [{ type: 'write', path: 'README.md', text: readme('Says hello {n} times.') }] },
    { label: 'the wrapper', weight: 1, actions: [{ type: 'write', path: 'gradle/wrapper/gradle-wrapper.properties', text: wrapper('9.1.{n}') }] },
  ],
  tries: [
    { label: 'Edit Greeting.java', action: { type: 'write', path: source, text: greeting('Good morning') }, shown: 'A greeting changed, and Gradle itself was downloaded again before it was compiled.' },
    { label: 'Set version 2.4.0', action: { type: 'write', path: 'gradle.properties', text: properties('2.4.0') } },
    { label: 'Add a dependency', action: { type: 'write', path: 'build.gradle.kts', text: added('33.5.0-jre') } },
  ],
};
