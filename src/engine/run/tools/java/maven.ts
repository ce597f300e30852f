/**
 * `mvn`: reads `pom.xml` and those of its modules, keeps jars in the local repository, writes `target/`. Reads `src/main`
 * for the jar and `src/test` for the time of tests. Times: ten published runs of a Spring Boot service.
 */
import { sha256 } from '../../../fs/index.ts';
import { toText } from '../../system/byte-string.ts';
import type { Process } from '../../system/process.ts';
import { writeDescribed } from '../../system/writing.ts';
import { digestOf, filesBelow, keep, missingOf, type Artifact } from '../artifacts.ts';
import { modelled, notSimulated, transferTime, varied } from '../model.ts';
import { remove } from '../rm.ts';
import type { Tool } from '../tool.ts';
import { compileMain, packJar, type Library } from './application.ts';
import { JAR_SIZES, PLUGINS } from './jar-sizes.ts';
import type { Dependency, Pom } from './pom.ts';
import { keyOf, readProjects, selected } from './reactor.ts';

const BASIS = 'Published builds of Spring Boot services: go-offline 89 to 264 s for some 330 artifacts, package 70 to 104 s cold and 35 s with all of them there.';
const PHASES = ['validate', 'compile', 'process-classes', 'test-compile', 'test', 'package', 'integration-test', 'verify', 'install'];
/** Virtual milliseconds: start of the JVM and the plan, one artifact resolved alone by go-offline, one in a parallel download. */
const START = 2400;
const ALONE = 450;
const PARALLEL = 120;

export const maven: Tool = {
  name: 'mvn',
  aliases: ['mvnw'],
  run(process, args) {
    const options = readOptions(process, args);
    if (options.version) {
      process.out('Apache Maven 3.9.11\nMaven home: /usr/share/maven\nJava version: 21.0.12, vendor: Eclipse Adoptium, runtime: /opt/java/openjdk\n');
      return 0;
    }
    const projects = readProjects(process, options.file);
    if (typeof projects === 'string') return failed(process, projects);
    const unknown = options.goals.find((goal) => !PHASES.includes(goal) && goal !== 'clean' && !/^(dependency:(\d[\w.]*:)?(go-offline|resolve|resolve-plugins)|spring-boot:repackage)$/.test(goal.replace(/^org\.apache\.maven\.plugins:maven-dependency-plugin:/, 'dependency:')));
    if (unknown !== undefined) return notSimulated(process, 'mvn', `mvn ${unknown}`);
    if (options.goals.length === 0) return failed(process, 'No goals have been specified for this build. You must specify a valid lifecycle phase or a goal in the format <plugin-prefix>:<goal>.');
    const chosen = selected(projects, options.projects, options.alsoMake);
    return typeof chosen === 'string' ? failed(process, chosen) : build(process, chosen, projects, options);
  },
};

interface Options {
  readonly goals: readonly string[];
  /** What `-pl` has, as it is written. */
  readonly projects?: string;
  readonly alsoMake: boolean;
  readonly file: string;
  readonly offline: boolean;
  readonly quiet: boolean;
  readonly version: boolean;
  readonly skipTests: boolean;
  readonly repository: string;
}

function readOptions(process: Process, args: readonly string[]): Options {
  const property = (name: string) => args.find((arg) => arg === `-D${name}` || arg.startsWith(`-D${name}=`))?.replace(/^[^=]*=?/, '');
  const at = args.findIndex((arg) => arg === '-f' || arg === '--file');
  const list = args.find((arg, i) => args[i - 1] === '-pl' || args[i - 1] === '--projects' || arg.startsWith('--projects='))?.replace(/^--projects=/, '');
  const valued = new Set(['-f', '--file', '-pl', '--projects', '-P', '-T', '-s', '--settings', '-t']);
  return {
    goals: args.filter((arg, i) => arg[0] !== '-' && !valued.has(args[i - 1] ?? '')),
    ...(list !== undefined && { projects: list }),
    alsoMake: args.some((arg) => arg === '-am' || arg === '--also-make'),
    file: at < 0 ? 'pom.xml' : (args[at + 1] ?? 'pom.xml'),
    offline: args.some((arg) => arg === '-o' || arg === '--offline'),
    quiet: args.some((arg) => arg === '-q' || arg === '--quiet'),
    version: args.some((arg) => arg === '-v' || arg === '--version'),
    skipTests: [property('skipTests'), property('maven.test.skip')].some((value) => value !== undefined && value !== 'false'),
    repository: property('maven.repo.local') ?? `${process.env.get('HOME') ?? '/root'}/.m2/repository`,
  };
}

function build(process: Process, projects: readonly Pom[], all: readonly Pom[], options: Options): number {
  const { goals, repository } = options;
  const goOffline = goals.some((goal) => goal.includes('go-offline'));
  const phase = Math.max(-1, ...goals.map((goal) => PHASES.indexOf(goal)));
  if (!options.quiet) process.out('[INFO] Scanning for projects...\n');
  if (goals.includes('clean')) for (const { dir } of projects) if (process.peek(`${dir}/target`)) remove(process, `${dir}/target`, true, true);
  const own = new Set(all.map(keyOf));
  const made = new Set(projects.map(keyOf));
  const lacking = projects.flatMap(({ dependencies }) => dependencies).find((one) => own.has(keyOf(one)) && !made.has(keyOf(one)) && !process.peek(installedAt(all.find((pom) => keyOf(pom) === keyOf(one))!, repository)));
  const wanted = projects.flatMap((pom) => [...pom.dependencies.filter((one) => !own.has(keyOf(one))).map((one) => artifactOf(one, pom, repository)), pluginsOf(pom, repository)]);
  const missing = missingOf(process, [...new Map(wanted.map((one) => [one.path, one])).values()]);
  const [first] = missing;
  const root = projects[0]!;
  if (first && (options.offline || process.machine.request.network === 'none')) {
    process.machine.advance(START);
    const reason = options.offline ? 'Cannot access central (https://repo.maven.apache.org/maven2) in offline mode and the artifact has not been downloaded from it before.' : 'repo.maven.apache.org: Temporary failure in name resolution';
    return failed(process, `Failed to execute goal on project ${root.artifact}: Could not resolve dependencies for project ${root.group}:${root.artifact}:${root.packaging}:${root.version}: ${first.seed.split(' ')[1]}: ${reason}`);
  }
  if (lacking && phase >= PHASES.indexOf('compile')) return failed(process, `Failed to execute goal on project ${root.artifact}: Could not resolve dependencies for project ${root.group}:${root.artifact}:${root.packaging}:${root.version}: Could not find artifact ${lacking.group}:${lacking.artifact}:jar:${versionOf(lacking, root)} in central (https://repo.maven.apache.org/maven2)`);
  const got = keep(process, missing);
  const jars = new Map<string, Library>();
  let duration = START + got.count * (goOffline ? ALONE : PARALLEL) + transferTime(got.bytes);
  let bytes = got.bytes;
  for (const pom of projects) {
    if (phase < PHASES.indexOf('compile') || pom.packaging === 'pom') continue;
    const compiled = compileMain(process, pom.dir, `${pom.dir}/target/classes`);
    bytes += compiled.bytes;
    duration += 3500 + compiled.sources * 40;
    if (phase >= PHASES.indexOf('test') && !options.skipTests && process.peek(`${pom.dir}/src/test`)) duration += 9000 + filesBelow(process, `${pom.dir}/src/test`, (name) => name.endsWith('.java')).length * 150;
    if (phase < PHASES.indexOf('package')) continue;
    const libraries = pom.dependencies.filter(({ scope }) => scope === 'compile' || scope === 'runtime').map((one) => jars.get(keyOf(one)) ?? libraryOf(process, one, pom, own, repository));
    const boot = pom.plugins.includes('spring-boot-maven-plugin');
    const size = packJar(process, `${pom.dir}/target/${pom.finalName}.${pom.packaging}`, compiled, libraries, `${pom.artifact} ${pom.version}`, boot);
    jars.set(keyOf(pom), { name: `${pom.artifact}-${pom.version}.jar`, size: compiled.bytes + 420, seed: compiled.digest });
    if (phase >= PHASES.indexOf('install')) writeDescribed(process, installedAt(pom, repository), size, sha256(`jar ${keyOf(pom)} ${compiled.digest}`));
    bytes += size;
    duration += 2500 + size / 20_000;
    if (!options.quiet) process.out(`[INFO] Building jar: ${toText(process.cwd)}/${pom.dir === '.' ? '' : `${pom.dir}/`}target/${pom.finalName}.${pom.packaging}\n`);
  }
  if (!options.quiet) process.out(`[INFO] BUILD SUCCESS\n[INFO] Total time:  ${(duration / 1000).toFixed(3)} s\n`);
  modelled(process, 'mvn', Math.round(duration), bytes, BASIS);
  return 0;
}

function versionOf({ version }: Dependency, pom: Pom): string {
  return version ?? pom.parent?.split(':')[2] ?? 'RELEASE';
}

function sizeOf({ group, artifact }: Dependency): readonly [number, number] {
  return JAR_SIZES[`${group}:${artifact}`] ?? [2, varied(artifact, 500_000)];
}

function artifactOf(one: Dependency, pom: Pom, repository: string): Artifact {
  const version = versionOf(one, pom);
  const [count, size] = sizeOf(one);
  return { path: `${repository}/${one.group.replaceAll('.', '/')}/${one.artifact}/${version}/${one.artifact}-${version}.jar`, size, seed: `jar ${one.group}:${one.artifact}:jar:${version}`, count };
}

/** Where `install` puts the jar of a project, for builds that do not make it. */
function installedAt({ group, artifact, version }: Pom, repository: string): string {
  return `${repository}/${group.replaceAll('.', '/')}/${artifact}/${version}/${artifact}-${version}.jar`;
}

/** A library of a jar; one that an earlier build of this project installed is known by its bytes. */
function libraryOf(process: Process, one: Dependency, pom: Pom, own: ReadonlySet<string>, repository: string): Library {
  const library = { name: `${one.artifact}-${versionOf(one, pom)}.jar`, size: sizeOf(one)[1] };
  return own.has(keyOf(one)) ? { ...library, seed: digestOf(process, [artifactOf(one, pom, repository).path]) } : library;
}

/** The plugins of the default life cycle and of the parent, as one artifact: another parent brings others. */
function pluginsOf(pom: Pom, repository: string): Artifact {
  const boot = pom.parent?.includes('spring-boot') === true;
  const version = pom.parent?.split(':')[2] ?? 'default';
  const part = boot ? 1 : 0.3;
  return { path: `${repository}/org/apache/maven/plugins/${boot ? 'spring-boot' : 'maven'}-plugins-${version}.jars`, size: Math.round(PLUGINS.bytes * part), seed: `plugins org.apache.maven.plugins:${version}`, count: Math.round(PLUGINS.jars * part) };
}

function failed(process: Process, message: string): number {
  process.out(`[ERROR] ${message}\n[ERROR] \n[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.\n`);
  return 1;
}
