/** The projects of a Gradle build: the root and those that the settings include, found by the usual spelling in Groovy and Kotlin. */
import { toText } from '../../system/byte-string.ts';
import { attempt } from '../../system/errno.ts';
import type { Process } from '../../system/process.ts';

export interface GradleProject {
  /** `:` for the root, `:libs:core`. */
  readonly path: string;
  /** `.`, `libs/core` */
  readonly dir: string;
  readonly name: string;
  readonly script: string;
  /** Paths of projects that it depends on. */
  readonly needs: readonly string[];
  /** Version of Spring Boot's plugin, where it is applied. */
  readonly boot?: string;
}

const PLUGIN = /org\.springframework\.boot["']\)?(?:\s*version\s*\(?["']([\w.-]+)["']\)?)?(\s*apply\s*\(?false)?/;

/** Tasks that are run for the root alone where no project is named. */
const ROOT_ONLY = new Set(['dependencies', 'help']);

/** The script of a folder, in either language. */
export function scriptIn(process: Process, dir: string, name: string): string | undefined {
  const at = (file: string) => attempt(() => process.readFile(dir === '.' ? file : `${dir}/${file}`)).value;
  return at(`${name}.gradle.kts`) ?? at(`${name}.gradle`);
}

/** The root first, then those that others need before these; Gradle's words where one has no folder. */
export function readGradleProjects(process: Process, settings: string, script: string): readonly GradleProject[] | string {
  const declared = PLUGIN.exec(script)?.[1];
  const rootName = /rootProject\.name\s*=\s*["']([^"']+)/.exec(settings)?.[1] ?? toText(process.cwd).split('/').at(-1)!;
  const code = settings.replace(/\/\/.*$/gm, '');
  const included = [...code.matchAll(/\binclude\b\s*\(?((?:\s*["'][^"']+["']\s*,?)+)/g)].flatMap(([, list = '']) => [...list.matchAll(/["']([^"']+)["']/g)].map(([, path = '']) => `:${path.replace(/^:/, '')}`));
  const found: GradleProject[] = [describe(':', '.', rootName, script, declared)];
  for (const path of new Set(included)) {
    process.limits.step(5);
    const moved = new RegExp(`project\\(["']${path.replace(/\W/g, '\\$&')}["']\\)\\.projectDir\\s*=\\s*(?:new\\s+)?[Ff]ile\\((?:settingsDir,\\s*)?["']([^"']+)`).exec(code)?.[1];
    const dir = moved ?? path.slice(1).replaceAll(':', '/');
    if (process.peek(dir)?.type !== 'dir') return `Configuring project '${path}' without an existing directory is not allowed.\nThe configured projectDirectory '${toText(process.cwd)}/${dir}' does not exist, can't be written to or is not a directory.`;
    found.push(describe(path, dir, path.split(':').at(-1)!, scriptIn(process, dir, 'build') ?? '', declared));
  }
  return inOrder(found);
}

function describe(path: string, dir: string, name: string, script: string, declared: string | undefined): GradleProject {
  const plugin = PLUGIN.exec(script);
  const boot = plugin && plugin[2] === undefined ? (plugin[1] ?? declared ?? '') : undefined;
  const needs = [...script.matchAll(/\bproject\(\s*(?:path\s*[:=]\s*)?["'](:[\w:.-]+)["']\s*\)/g)].map(([, one = '']) => one);
  return { path, dir, name, script, needs, ...(boot !== undefined && { boot }) };
}

function inOrder(projects: readonly GradleProject[]): readonly GradleProject[] {
  const visiting = new Set<GradleProject>();
  const done: GradleProject[] = [];
  const visit = (project: GradleProject) => {
    if (visiting.has(project)) return;
    visiting.add(project);
    for (const path of project.needs) for (const other of projects) if (other.path === path) visit(other);
    done.push(project);
  };
  projects.forEach(visit);
  return done;
}

/** Projects with a task, and those that they need; a task without a path is one of all projects. */
export function projectsOf(projects: readonly GradleProject[], tasks: readonly string[]): readonly GradleProject[] | string {
  const chosen = new Set<GradleProject>();
  for (const task of tasks) {
    const colon = task.lastIndexOf(':');
    const path = colon < 0 ? undefined : task.slice(0, colon) === '' ? ':' : `:${task.slice(0, colon).replace(/^:/, '')}`;
    const named = path === undefined ? projects.filter((one) => one.path === ':' || !ROOT_ONLY.has(task)) : projects.filter((one) => one.path === path);
    if (named.length === 0) return `Cannot locate tasks that match '${task}' as project '${path!.split(':').at(-1)!}' not found in root project '${projects.find((one) => one.path === ':')!.name}'.`;
    for (const one of named) chosen.add(one);
  }
  for (const one of chosen) for (const need of one.needs) for (const other of projects) if (other.path === need) chosen.add(other);
  return projects.filter((one) => chosen.has(one));
}
