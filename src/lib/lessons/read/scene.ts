/** scene.yaml and what is laid over it → scenarios. */
import type { Action } from '#engine/workspace/action.ts';
import type { Scenario, ScenarioFile } from '#engine/workspace/scenario.ts';
import type { FileSource, SceneSource } from '../schema/scene.ts';
import { code } from '../schema/shape.ts';
import { bytesOf } from './size.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

/** What a scenario has beside its own. */
export interface SceneName {
  readonly slug: string;
  readonly title: string;
  readonly about: string;
}

/** The day that scenes begin on where they do not say. */
const someDay = Date.UTC(2026, 9, 5, 9);
const day = 86_400_000;

/** More bytes than these are no project. */
const mostBytes = 20e9;

/** A scenario; where a `base` is given, what the source has is laid over it: its files one by one, everything else as a whole. */
export function scenario(scene: SceneSource, at: YamlPath, source: YamlSource, name: SceneName, base?: Scenario): Scenario {
  const { title, dockerfile, options, begins, prologue, machines, registries, secrets, moves, models } = scene;
  const files = laidOver(base?.files ?? {}, scene.files ?? {}, [...at, 'files'], source);
  if (!base && Object.keys(files).length === 0) source.problem(at, 'a scene has files');
  return {
    ...base,
    slug: name.slug,
    title: title ?? base?.title ?? name.title,
    about: name.about,
    files,
    dockerfile: dockerfile ?? options?.file ?? base?.dockerfile ?? 'Dockerfile',
    options: options ?? base?.options ?? {},
    begins: begins === undefined ? (base?.begins ?? someDay) : Date.parse(`${begins}T09:00:00Z`),
    prologue: prologue ? prologue.map((_, index) => action(prologue, index, [...at, 'prologue', index], source)) : (base?.prologue ?? [{ type: 'build' }]),
    ...(machines && { machines: machines.map(({ umask, ...machine }) => ({ ...machine, ...(umask !== undefined && { umask: parseInt(umask, 8) }) })) }),
    ...(registries && { registries }),
    ...(secrets && { secrets }),
    ...(moves && { moves }),
    ...(models && { models: models.map(({ writes, ...model }) => ({ ...model, ...(writes && { writes: writes.map(({ mode, ...written }) => ({ ...written, ...modeOf(mode) })) }) })) }),
  };
}

/** Files over files; null takes one away. */
function laidOver(base: Scenario['files'], over: Readonly<Record<string, FileSource | null>>, at: YamlPath, source: YamlSource): Scenario['files'] {
  const files = new Map(Object.entries(base));
  for (const [path, file] of Object.entries(over)) {
    if (file === null) files.delete(path);
    else files.set(path, scenarioFile(file, [...at, path], source));
  }
  folderProblems([...files.keys()], Object.keys(over), at, source);
  return Object.fromEntries(files);
}

/** A path cannot be a file and a folder: said at the one of both that is the source's own. */
function folderProblems(all: readonly string[], own: readonly string[], at: YamlPath, source: YamlSource): void {
  const named = new Set(all);
  for (const path of all) {
    const parts = path.split('/');
    const file = parts.map((_, index) => parts.slice(0, index).join('/')).find((folder) => named.has(folder));
    const wrong = file === undefined ? undefined : [path, file].find((one) => own.includes(one));
    if (wrong !== undefined) source.problem([...at, wrong], `${code(file!)} is a file, so ${code(path)} cannot lie in it`, 'key');
  }
}

/** A file as scenarios have it. */
export function scenarioFile(file: FileSource, at: YamlPath, source: YamlSource): ScenarioFile {
  if (typeof file === 'string') return { text: file };
  if ('link' in file) return { target: file.link };
  if ('text' in file) return { text: file.text, ...modeOf(file.mode) };
  const size = bytesOf(file.size);
  if (size > mostBytes) source.problem([...at, 'size'], 'a file of more than 20 GB is no part of a project');
  return { size, ...(file.seed !== undefined && { seed: file.seed }), ...modeOf(file.mode) };
}

function modeOf(mode: string | undefined): { readonly mode?: number } {
  return mode === undefined ? {} : { mode: parseInt(mode, 8) };
}

/** What has happened before a scene begins is done by hand: what the world does by itself is not among it. */
function action(all: NonNullable<SceneSource['prologue']>, index: number, at: YamlPath, source: YamlSource): Action {
  const edit = all[index] ?? {};
  const [key, ...others] = Object.keys(edit);
  if (others.length > 0) source.problem(at, 'one thing happens at a time: these are two entries of the list');
  if (edit.command !== undefined) return { type: 'command', line: edit.command };
  if (edit.write) return { type: 'write', ...edit.write };
  if (edit.touch !== undefined && edit.touch !== '*') return { type: 'touch', path: edit.touch };
  if (edit.chmod) return { type: 'chmod', path: edit.chmod.path, mode: parseInt(edit.chmod.mode, 8) };
  if (edit.remove !== undefined) return { type: 'delete', path: edit.remove };
  if (edit.rename) return { type: 'rename', ...edit.rename };
  if (edit.options) return { type: 'options', options: edit.options };
  if (edit.days !== undefined) return { type: 'wait', duration: edit.days * day };
  if (edit.machine !== undefined) return { type: 'machine', name: edit.machine };
  if (edit.prune) return { type: 'prune' };
  if (!edit.build) source.problem(at, `a prologue has build, command, write, touch, chmod, remove, rename, options, days, machine and prune${key === undefined ? '' : `, not \`${key}\``}`);
  return { type: 'build' };
}
