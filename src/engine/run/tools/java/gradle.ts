/**
 * `gradle`: reads the settings, build scripts, `gradle.properties` and `src/`; keeps jars in the user home; writes
 * `build/libs`. Plugins and dependencies are found by their usual spelling, in Groovy and in Kotlin.
 */
import { attempt } from '../../system/errno.ts';
import { toText } from '../../system/byte-string.ts';
import type { Process } from '../../system/process.ts';
import { filesBelow, keep, missingOf, type Artifact } from '../artifacts.ts';
import { modelled, notSimulated, transferTime, varied } from '../model.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { compileMain, packJar } from './application.ts';
import { runWrapper } from './gradle-wrapper.ts';
import { JAR_SIZES, PLUGINS } from './jar-sizes.ts';

const BASIS = 'Estimated from builds of Spring Boot services: 110 s cold with the start of the daemon and the download of dependencies.';
const PACKS = /^(build|assemble|bootJar|jar|installDist|check|test|classes|compileJava|compileKotlin)$/;

export const gradle: Tool = {
  name: 'gradle',
  aliases: ['gradlew'],
  run: (process, args) => (process.name === 'gradlew' ? runWrapper(process, 'gradle/wrapper/gradle-wrapper.jar', args) : runGradle(process, args, process.env.get('GRADLE_VERSION') ?? '9.7.0')),
};

/** Where Gradle keeps what it downloads. */
export function gradleHome(process: Process): string {
  return process.env.get('GRADLE_USER_HOME') ?? `${process.env.get('HOME') ?? '/root'}/.gradle`;
}

/** Runs tasks with a distribution of that version. */
export function runGradle(process: Process, args: readonly string[], version: string): number {
  if (args.includes('--version') || args.includes('-v')) {
    process.out(`\n------------------------------------------------------------\nGradle ${version}\n------------------------------------------------------------\n\n`);
    modelled(process, 'gradle', 1200, 0, BASIS);
    return 0;
  }
  const tasks = args.filter((arg, i) => arg[0] !== '-' && !['-x', '--exclude-task', '-p', '--project-dir'].includes(args[i - 1] ?? '')).map((task) => task.replace(/^.*:/, ''));
  const unknown = tasks.find((task) => !PACKS.test(task) && task !== 'clean' && task !== 'dependencies' && task !== 'help');
  if (unknown !== undefined) return notSimulated(process, 'gradle', `gradle ${unknown}`);
  const read = (name: string) => attempt(() => process.readFile(name)).value;
  const settings = read('settings.gradle.kts') ?? read('settings.gradle');
  const script = read('build.gradle.kts') ?? read('build.gradle');
  if (settings === undefined && script === undefined) {
    process.err(`\nFAILURE: Build failed with an exception.\n\n* What went wrong:\nDirectory '${toText(process.cwd)}' does not contain a Gradle build.\n\nA Gradle build should contain a 'settings.gradle' or 'settings.gradle.kts' file in its root directory.\n`);
    return 1;
  }
  return build(process, { args, tasks, settings: settings ?? '', script: script ?? '', properties: read('gradle.properties') ?? '' });
}

interface Build {
  readonly args: readonly string[];
  readonly tasks: readonly string[];
  readonly settings: string;
  readonly script: string;
  readonly properties: string;
}

interface Module {
  readonly configuration: string;
  readonly name: string;
  readonly version: string;
  readonly jars: number;
  readonly size: number;
}

function modulesOf(script: string): Module[] {
  return [...script.matchAll(/^\s*(\w*(?:[iI]mplementation|[rR]untimeOnly|[cC]ompileOnly|api|developmentOnly))\s*\(?\s*["']([\w.-]+):([\w.-]+)(?::([\w.-]+))?["']/gm)].map(([, configuration = '', group = '', artifact = '', version]) => {
    const [jars, size] = JAR_SIZES[`${group}:${artifact}`] ?? [2, varied(artifact, 500_000)];
    return { configuration, name: `${group}:${artifact}`, version: version ?? '', jars, size };
  });
}

function build(process: Process, { args, tasks, settings, script, properties }: Build): number {
  const boot = /org\.springframework\.boot["']\)?\s*version\s*\(?["']([\w.-]+)/.exec(script)?.[1];
  const modules = modulesOf(script);
  const cache = `${gradleHome(process)}/caches/modules-2/files-2.1`;
  const wanted: Artifact[] = [
    ...modules.map(({ name, version, jars, size }) => ({ path: `${cache}/${name.replace(':', '/')}/${version || boot || 'latest'}/${name.split(':')[1]}.jar`, size, seed: `jar ${name}:${version || boot || ''}`, count: jars })),
    { path: `${cache}/plugins/${boot === undefined ? 'java' : `spring-boot-${boot}`}.jars`, size: boot === undefined ? 2_000_000 : PLUGINS.bytes / 2, seed: `gradle plugins ${boot ?? ''}`, count: boot === undefined ? 4 : 80 },
  ];
  const missing = missingOf(process, wanted);
  if (missing.length > 0 && (args.includes('--offline') || process.machine.request.network === 'none')) {
    process.err(`\nFAILURE: Build failed with an exception.\n\n* What went wrong:\nCould not resolve ${missing[0]!.seed.split(' ')[1]}.\n${args.includes('--offline') ? 'No cached version available for offline mode.' : 'Name or service not known'}\n\nBUILD FAILED\n`);
    return 1;
  }
  const got = keep(process, missing);
  if (tasks.includes('clean') && process.peek('build')) remove(process, 'build', true, true);
  let duration = (process.peek('.gradle') ? 4000 : 6500) + got.count * 130 + transferTime(got.bytes);
  let bytes = got.bytes;
  const compiles = tasks.some((task) => PACKS.test(task));
  if (compiles) {
    const compiled = compileMain(process, '.', 'build/classes');
    duration += 6000 + compiled.sources * 40;
    const excluded = args.some((arg, i) => arg === 'test' && /^(-x|--exclude-task)$/.test(args[i - 1] ?? ''));
    if (!excluded && tasks.some((task) => /^(build|check|test)$/.test(task))) duration += 14_000 + filesBelow(process, 'src/test', () => true).length * 150;
    if (tasks.some((task) => /^(build|assemble|bootJar|jar|installDist)$/.test(task))) {
      const name = /rootProject\.name\s*=\s*["']([^"']+)/.exec(settings)?.[1] ?? toText(process.cwd).split('/').at(-1)!;
      const version = /^version\s*=\s*["']?([^"'\s]+)/m.exec(script)?.[1] ?? /^version\s*=\s*(\S+)/m.exec(properties)?.[1];
      const libraries = modules.filter(({ configuration }) => /^(implementation|runtimeOnly|api)$/.test(configuration)).map((one) => ({ name: `${one.name.split(':')[1]}-${one.version || boot || ''}.jar`, size: one.size }));
      const file = /archiveFileName(?:\s*=\s*|\.set\()\s*["']([^"']+)/.exec(script)?.[1] ?? `${name}${version === undefined ? '' : `-${version}`}.jar`;
      const size = packJar(process, `build/libs/${file}`, compiled, libraries, `${name} ${version ?? ''}`, boot !== undefined);
      bytes += size;
      duration += 2500 + size / 20_000;
    }
  }
  if (!process.peek('.gradle')) process.files.mkdir(process, '.gradle', 0o755);
  process.out(`\nBUILD SUCCESSFUL in ${Math.round(duration / 1000)}s\n`);
  modelled(process, 'gradle', Math.round(duration), bytes, BASIS);
  return 0;
}
