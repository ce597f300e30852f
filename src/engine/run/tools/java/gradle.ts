/**
 * `gradle`: reads the settings, build scripts of all projects, `gradle.properties` and `src/`; keeps jars in the user home; writes
 * `build/libs`. Plugins and dependencies are found by their usual spelling, in Groovy and in Kotlin.
 */
import { attempt } from '../../system/errno.ts';
import { toText } from '../../system/byte-string.ts';
import type { Process } from '../../system/process.ts';
import { filesBelow, keep, missingOf, type Artifact } from '../artifacts.ts';
import { modelled, notSimulated, transferTime, varied } from '../model.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { compileMain, packJar, type Library } from './application.ts';
import { projectsOf, readGradleProjects, scriptIn, type GradleProject } from './gradle-projects.ts';
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
  const tasks = args.filter((arg, i) => arg[0] !== '-' && !['-x', '--exclude-task', '-p', '--project-dir'].includes(args[i - 1] ?? ''));
  const unknown = tasks.map(plain).find((task) => !PACKS.test(task) && task !== 'clean' && task !== 'dependencies' && task !== 'help');
  if (unknown !== undefined) return notSimulated(process, 'gradle', `gradle ${unknown}`);
  const settings = scriptIn(process, '.', 'settings');
  const script = scriptIn(process, '.', 'build');
  if (settings === undefined && script === undefined) return failed(process, `Directory '${toText(process.cwd)}' does not contain a Gradle build.\n\nA Gradle build should contain a 'settings.gradle' or 'settings.gradle.kts' file in its root directory.`);
  const projects = readGradleProjects(process, settings ?? '', script ?? '');
  if (typeof projects === 'string') return failed(process, projects);
  const chosen = projectsOf(projects, tasks);
  if (typeof chosen === 'string') return failed(process, chosen);
  return build(process, { args, tasks: tasks.map(plain), projects, chosen, script: script ?? '', properties: attempt(() => process.readFile('gradle.properties')).value ?? '' });
}

/** A task without the path of its project. */
function plain(task: string): string {
  return task.replace(/^.*:/, '');
}

function failed(process: Process, words: string): number {
  process.err(`\nFAILURE: Build failed with an exception.\n\n* What went wrong:\n${words}\n`);
  return 1;
}

interface Build {
  readonly args: readonly string[];
  readonly tasks: readonly string[];
  /** All projects are configured, whichever tasks are run. */
  readonly projects: readonly GradleProject[];
  /** Those whose tasks are run, in order. */
  readonly chosen: readonly GradleProject[];
  /** The root's script. */
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
  return [...script.matchAll(/^[ \t]*(\w*(?:[iI]mplementation|[rR]untimeOnly|[cC]ompileOnly|api|developmentOnly))\s*\(?\s*["']([\w.-]+):([\w.-]+)(?::([\w.-]+))?["']/gm)].map(([, configuration = '', group = '', artifact = '', version]) => {
    const [jars, size] = JAR_SIZES[`${group}:${artifact}`] ?? [2, varied(artifact, 500_000)];
    return { configuration, name: `${group}:${artifact}`, version: version ?? '', jars, size };
  });
}

/** What a build downloads: plugins for all projects, modules for those whose tasks are run. */
function wantedBy(process: Process, projects: readonly GradleProject[], chosen: readonly GradleProject[]): readonly Artifact[] {
  const cache = `${gradleHome(process)}/caches/modules-2/files-2.1`;
  const modules = chosen.flatMap(({ script, boot }) => modulesOf(script).map((one): Artifact => {
    const version = one.version || boot || 'latest';
    return { path: `${cache}/${one.name.replace(':', '/')}/${version}/${one.name.split(':')[1]}.jar`, size: one.size, seed: `jar ${one.name}:${one.version || boot || ''}`, count: one.jars };
  }));
  const boot = projects.find((one) => one.boot !== undefined)?.boot;
  const plugins: Artifact = { path: `${cache}/plugins/${boot === undefined ? 'java' : `spring-boot-${boot}`}.jars`, size: boot === undefined ? 2_000_000 : PLUGINS.bytes / 2, seed: `gradle plugins ${boot ?? ''}`, count: boot === undefined ? 4 : 80 };
  return [...new Map([...modules, plugins].map((one) => [one.path, one])).values()];
}

function build(process: Process, { args, tasks, projects, chosen, script, properties }: Build): number {
  const missing = missingOf(process, wantedBy(process, projects, chosen));
  if (missing.length > 0 && (args.includes('--offline') || process.machine.request.network === 'none')) {
    return failed(process, `Could not resolve ${missing[0]!.seed.split(' ')[1]}.\n${args.includes('--offline') ? 'No cached version available for offline mode.' : 'Name or service not known'}\n\nBUILD FAILED`);
  }
  const got = keep(process, missing);
  const version = versionIn(script) ?? /^version\s*=\s*(\S+)/m.exec(properties)?.[1];
  const jars = new Map<string, Library>();
  let duration = (process.peek('.gradle') ? 4000 : 6500) + (projects.length - 1) * 250 + got.count * 130 + transferTime(got.bytes);
  let bytes = got.bytes;
  for (const project of chosen) {
    const folder = project.dir === '.' ? 'build' : `${project.dir}/build`;
    if (tasks.includes('clean') && process.peek(folder)) remove(process, folder, true, true);
    if (!tasks.some((task) => PACKS.test(task)) || (project.path === ':' && projects.length > 1 && !process.peek('src'))) continue;
    process.limits.step(20);
    const done = make(process, project, { args, tasks, folder, version: versionIn(project.script) ?? version, jars });
    duration += done.duration;
    bytes += done.bytes;
  }
  if (!process.peek('.gradle')) process.files.mkdir(process, '.gradle', 0o755);
  process.out(`\nBUILD SUCCESSFUL in ${Math.round(duration / 1000)}s\n`);
  modelled(process, 'gradle', Math.round(duration), bytes, BASIS);
  return 0;
}

function versionIn(script: string): string | undefined {
  return /^(?:(?:allprojects|subprojects)\s*\{\s*)?[ \t]*version\s*=\s*["']?([^"'\s]+)/m.exec(script)?.[1];
}

interface Making {
  readonly args: readonly string[];
  readonly tasks: readonly string[];
  /** Where its results are. */
  readonly folder: string;
  readonly version: string | undefined;
  /** Jars of projects that are made, by path. */
  readonly jars: Map<string, Library>;
}

/** Compiles, tests and packs one project. */
function make(process: Process, project: GradleProject, { args, tasks, folder, version, jars }: Making): { readonly duration: number; readonly bytes: number } {
  const compiled = compileMain(process, project.dir, `${folder}/classes`);
  const stamp = `${project.name}${version === undefined ? '' : `-${version}`}`;
  jars.set(project.path, { name: `${stamp}.jar`, size: compiled.bytes + 420, seed: compiled.digest });
  let duration = 6000 + compiled.sources * 40;
  const excluded = args.some((arg, i) => plain(arg) === 'test' && /^(-x|--exclude-task)$/.test(args[i - 1] ?? ''));
  const tests = project.dir === '.' ? 'src/test' : `${project.dir}/src/test`;
  if (!excluded && tasks.some((task) => /^(build|check|test)$/.test(task))) duration += 14_000 + filesBelow(process, tests, () => true).length * 150;
  if (!tasks.some((task) => /^(build|assemble|bootJar|jar|installDist)$/.test(task))) return { duration, bytes: 0 };
  const modules = modulesOf(project.script).filter(({ configuration }) => /^(implementation|runtimeOnly|api)$/.test(configuration));
  const libraries = [...modules.map((one): Library => ({ name: `${one.name.split(':')[1]}-${one.version || project.boot || ''}.jar`, size: one.size })), ...project.needs.flatMap((path) => jars.get(path) ?? [])];
  const file = /archiveFileName(?:\s*=\s*|\.set\()\s*["']([^"']+)/.exec(project.script)?.[1] ?? `${stamp}.jar`;
  const bytes = packJar(process, `${folder}/libs/${file}`, compiled, libraries, `${project.name} ${version ?? ''}`, project.boot !== undefined);
  return { duration: duration + 2500 + bytes / 20_000, bytes };
}
