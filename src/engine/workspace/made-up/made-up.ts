/**
 * A Dockerfile that comes without its context (from a page of documentation, from a clipboard) as a scene that can be built: what its
 * COPY and ADD lines read of the context and nobody gave is made up, a few lines of text each, after the base images and commands of the stages.
 * Pure: the same files give the same scene. Whatever the texts are, nothing throws.
 */
import { filterContext, findIgnoreFile } from '../../context/index.ts';
import { emptyDir, file, get, put } from '../../fs/index.ts';
import { findDockerfile } from '../find-dockerfile.ts';
import type { Scenario, ScenarioFile, Try } from '../scenario.ts';
import { inVersion } from '../versions.ts';
import { covers } from './covers.ts';
import { editedText } from './edited-text.ts';
import { cleaned, fits } from './given.ts';
import { needsOf, type StageNeeds } from './needs.ts';
import { isSource, projectsOf } from './projects.ts';
import { fileFor, filesInCommands } from './sources.ts';

/** A text file of the context, as a page gives it. */
export interface GivenFile {
  /** Context path. `./` in front is dropped; absolute, climbing and other impossible paths are left out. */
  readonly path: string;
  readonly text: string;
}

export interface MadeUp {
  /** Begins after a first build; `tries` edit what is most worth editing. Its slug is that of `base`, or `made-up`. */
  readonly scenario: Scenario;
  /** Context paths that nobody gave, in order. */
  readonly invented: readonly string[];
}

/** Files that are made up at most, and characters of a Dockerfile that is read for them. */
const limits = { files: 200, characters: 200_000 } as const;

/** The scene of these files; laid over those of `base` where there is one. The first of two files of one path counts. */
export function scenarioOf(files: readonly GivenFile[], base?: Scenario): MadeUp {
  const given = cleaned(files);
  const below = base && inVersion(base, 'bad');
  const own = given.has('Dockerfile') ? 'Dockerfile' : findDockerfile(given.keys());
  const dockerfile = (below && given.has(below.dockerfile) ? below.dockerfile : own) ?? below?.dockerfile ?? 'Dockerfile';
  const there = new Map([...Object.entries(below?.files ?? {}).filter(([path]) => fits(path, given)), ...given]);
  const text = there.get(dockerfile)?.text ?? '';
  const stages = text.length > limits.characters ? [] : needsOf(text, below?.options.buildArgs);
  const { invented, edits } = missing(stages, there, dockerfile);
  const secrets = Object.fromEntries(stages.flatMap((stage) => stage.secrets).map((id) => [id, 'made up']));
  const all = new Map([...there, ...invented]);
  const scenario: Scenario = {
    slug: below?.slug ?? 'made-up',
    title: below?.title ?? dockerfile,
    about: below?.about ?? '',
    files: Object.fromEntries(all),
    dockerfile,
    options: { ...below?.options, ...(dockerfile !== 'Dockerfile' && { file: dockerfile }) },
    begins: below?.begins ?? Date.UTC(2026, 8, 1, 9),
    prologue: [{ type: 'build' }],
    tries: triesOf([...edits, ...given.keys(), ...invented.keys()].filter((path) => path !== dockerfile), all),
    ...(below?.models && { models: below.models }),
    ...(below?.machines && { machines: below.machines }),
    ...(below?.registries && { registries: below.registries }),
    secrets: { ...secrets, ...below?.secrets },
    ...(below?.moves && { moves: below.moves }),
  };
  return { scenario, invented: [...invented.keys()].sort() };
}

interface Missing {
  readonly invented: ReadonlyMap<string, ScenarioFile>;
  /** What is most worth editing of the projects, given or made up. */
  readonly edits: readonly string[];
}

/** What the stages want and is not there. */
function missing(stages: readonly StageNeeds[], there: ReadonlyMap<string, ScenarioFile>, dockerfile: string): Missing {
  const made = new Map<string, ScenarioFile>();
  const has = { has: (path: string) => made.has(path) || there.has(path), keys: () => [...there.keys(), ...made.keys()] };
  const add = (path: string, content: ScenarioFile) => {
    if (made.size < limits.files && path !== '' && !has.has(path) && !path.split('/').includes('..') && fits(path, has)) made.set(path, content);
  };
  const satisfied = (source: Parameters<typeof covers>[0]) => has.keys().some((path) => path !== dockerfile && covers(source, path));
  const projects = projectsOf(stages, (path) => there.get(path)?.text);
  for (const { files } of projects) for (const [path, content] of files) add(path, content);
  for (const stage of stages) for (const [path, content] of filesInCommands(stage)) add(path, content);
  for (const { does, starts } of stages) {
    for (const source of does.filter(isSource)) {
      const file = source.indirect || satisfied(source) ? undefined : fileFor(source, starts);
      if (file) add(...file);
    }
  }
  return { invented: sent(made, there, dockerfile), edits: projects.flatMap(({ edits }) => edits).filter((path) => has.has(path)) };
}

/** Without what the ignore file keeps out: it would never be read. */
function sent(made: ReadonlyMap<string, ScenarioFile>, there: ReadonlyMap<string, ScenarioFile>, dockerfile: string): ReadonlyMap<string, ScenarioFile> {
  const names = [...there.keys()].filter((path) => path.endsWith('.dockerignore'));
  if (names.length === 0) return made;
  const rules = names.reduce((root, path) => put(root, path, file(there.get(path)?.text ?? '')), emptyDir());
  const ignore = findIgnoreFile(rules, dockerfile);
  if (!ignore || ignore.error) return made;
  const kept = filterContext([...made].reduce((root, [path, { text = '' }]) => put(root, path, file(text)), rules), ignore);
  return new Map([...made].filter(([path]) => get(kept, path) !== undefined));
}

/** Files that nobody edits to see a build. */
const notEdited = /\.dockerignore$|lock\b|\.sum$|[Dd]ockerfile/;

/** Offers an edit of the first three of these files. */
function triesOf(files: readonly string[], all: ReadonlyMap<string, ScenarioFile>): readonly Try[] {
  const paths = [...new Set(files)].filter((path) => all.get(path)?.text !== undefined && !notEdited.test(path));
  return paths.slice(0, 3).map((path) => ({ label: `Edit ${path}`, action: { type: 'write', path, text: editedText(path, all.get(path)!.text!) } }));
}
