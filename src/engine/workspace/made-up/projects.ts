/** Which projects a Dockerfile builds, and where in the context each has its root. */
import { baseName, dirName } from '../../fs/index.ts';
import type { ScenarioFile } from '../scenario.ts';
import { covers } from './covers.ts';
import { looksLikeFile } from './file-names.ts';
import { kits, plain, type Kit } from './kits/index.ts';
import { resolved, type Run, type Source, type StageNeeds } from './needs.ts';

interface Project {
  readonly kit: Kit;
  /** Context path; empty for the context itself. */
  readonly root: string;
  readonly words: string[];
  readonly sources: Source[];
  readonly taken: string[];
}

/** A project as it is made up: its files by context path, and which of them to edit. */
export interface ProjectFiles {
  readonly files: ReadonlyMap<string, ScenarioFile>;
  /** Context paths, what is most worth editing first. */
  readonly edits: readonly string[];
}

export const isSource = (does: Source | Run): does is Source => 'dest' in does;

/** Every project, in the order in which stages name them. */
export function projectsOf(stages: readonly StageNeeds[], given: (path: string) => string | undefined): readonly ProjectFiles[] {
  const projects = new Map<string, Project>();
  for (const stage of stages) {
    const sources = stage.does.filter(isSource);
    const runs = stage.does.flatMap((does) => (isSource(does) ? [] : [does]));
    const words = [...runs.map((run) => run.words), stage.starts, ...stage.bases].join('\n');
    for (const kit of kitsOf(stage, sources, runs)) {
      for (const { root, place } of rootsOf(kit, sources, runs)) {
        const key = `${kits.indexOf(kit)} ${root}`;
        const project = projects.get(key) ?? { kit, root, words: [], sources: [], taken: [] };
        project.words.push(words);
        project.sources.push(...sources);
        project.taken.push(...stage.taken.map((path) => (path === place ? '' : path.startsWith(place === '/' ? '/' : `${place}/`) ? path.slice(place === '/' ? 1 : place.length + 1) : path)));
        projects.set(key, project);
      }
    }
  }
  // What nothing much is known about comes last: others know better what stands in a file.
  return [...projects.values()].sort((a, b) => Number(a.kit === plain) - Number(b.kit === plain)).map((project) => filesOf(project, given));
}

function filesOf({ kit, root, words, sources, taken }: Project, given: (path: string) => string | undefined): ProjectFiles {
  const below = root === '' ? '' : `${root}/`;
  const copied = (path: string) => sources.some((source) => covers(source, below + path));
  const named = sources.flatMap(({ path }) => (path !== '' && path !== root && path.startsWith(below) ? [path.slice(below.length)] : []));
  const made = Object.entries(kit.files({ words: words.join('\n'), named, copied, taken, given: (path) => given(below + path) })).filter(([path]) => copied(path));
  const paths = made.map(([path]) => path);
  const edits = [...new Set(kit.edits.flatMap((edit) => paths.filter((path) => edit.test(path)).slice(0, 1)))];
  return { files: new Map(made.map(([path, file]) => [below + path, file])), edits: edits.map((path) => below + path) };
}

/** Programs that a package manager puts in are not yet called. */
const installs = /\b(?:apt(?:-get)?|apk|dnf|yum|microdnf|zypper|pacman)\b[^\n;&|]*/g;

function kitsOf({ bases, starts }: StageNeeds, sources: readonly Source[], runs: readonly Run[]): readonly Kit[] {
  if (sources.length === 0) return [];
  const called = runs.map(({ words }) => words.replace(installs, '')).join('\n');
  const chosen = kits.filter((kit) => sources.some(({ path }) => kit.manifest.test(baseName(path))) || kit.command.test(called));
  if (chosen.length > 0 || sources.every(({ path }) => path !== '' && looksLikeFile(path))) return chosen;
  const speaking = [kits.filter(({ image }) => bases.some((base) => image.test(base))), kits.filter(({ command }) => command.test(starts))].find((some) => some.length > 0);
  return speaking?.slice(0, 1) ?? [plain];
}

/** Where the project has its root in the context, and where that lies in the stage. */
function rootsOf(kit: Kit, sources: readonly Source[], runs: readonly Run[]): readonly { readonly root: string; readonly place: string }[] {
  const manifests = sources.filter(({ path }) => kit.manifest.test(baseName(path)) && !/[*?[]/.test(parent(path)));
  const found = new Map<string, string>();
  for (const { path, dest, into } of manifests) if (!found.has(parent(path))) found.set(parent(path), into || !/\.[^./]+$/.test(dest) ? dest : parentOf(dest));
  if (found.size === 0 || [...found.keys()].every((root) => root !== '' && kit.manifest.test('x.csproj'))) {
    for (const { path, dest } of sources) {
      if (path !== '' && looksLikeFile(path)) continue;
      const whole = path === '' || dest === runs.at(-1)?.cwd || runs.some(({ cwd }) => cwd === dest);
      const [root, place] = whole ? [path, dest] : [parent(path), baseName(path) === baseName(dest) ? parentOf(dest) : dest];
      if (!/[*?[]/.test(root) && !found.has(root)) found.set(root, place);
    }
  }
  for (const { words, cwd } of runs) {
    for (const [, folder = '', after = ''] of words.matchAll(/\bcd\s+([\w./-]+)\s*&&([^\n;]*)/g)) {
      const place = resolved(cwd, folder);
      const source = sources.find(({ path, dest }) => !looksLikeFile(path) && place.startsWith(dest === '/' ? dest : `${dest}/`) && place !== dest);
      if (source && kit.command.test(after)) found.set([source.path, place.slice(source.dest.length).replace(/^\//, '')].filter((part) => part !== '').join('/'), place);
    }
  }
  return [...found].map(([root, place]) => ({ root, place }));
}

/** Of a context path: empty at the top. */
function parent(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : path.slice(0, at);
}

const parentOf = (path: string): string => dirName(path) || '/';
