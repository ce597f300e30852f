/** What an embed will show when it comes alive, found out while the document is built: the same files, the same edit, the same engine. */
import { get, textOf } from '#engine/fs/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import type { BuildRecord } from '#engine/solver/record.ts';
import type { Action } from '#engine/workspace/action.ts';
import { describe } from '#engine/workspace/describe.ts';
import type { Log } from '#engine/workspace/log.ts';
import { pathProblem } from '#engine/workspace/path.ts';
import { withComment } from '#engine/workspace/made-up/edited-text.ts';
import { scenarioOf } from '#engine/workspace/made-up/made-up.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import type { FileEntry } from '#engine/workspace/snapshot.ts';
import { isText } from '#engine/workspace/state.ts';
import { inVersion } from '#engine/workspace/versions.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';
import { inFile, outcomesOf } from '#embed/session-told.ts';
import type { Expected, SourceFile } from '#embed/vocabulary.ts';
import { sentence, t, text } from '#messages/index.ts';

const scenes = import.meta.glob<Scenario>('../scenarios/*/scenario.ts', { import: 'scenario', eager: true });

/** A scene of the gallery. */
const sceneOf = (name: string): Scenario | undefined => (/^[a-z0-9-]+$/.test(name) ? scenes[`../scenarios/${name}/scenario.ts`] : undefined);

export interface Asked {
  /** None where a named scene is shown as it is. */
  readonly files: readonly SourceFile[];
  readonly scene?: string | undefined;
  readonly edit?: string | undefined;
  readonly expect?: readonly Expected[] | undefined;
}

/** Something that is not as the document says. */
export interface Wrong {
  readonly message: string;
  readonly kind: 'expect' | 'file' | 'dockerfile';
  /** Line of the Dockerfile, from 1. */
  readonly line?: number;
}

/** What is shown, and what is wrong with it. */
export interface Outcome {
  /** Absent where there is nothing to show: no such scene, and no files. */
  readonly shown?: Shown;
  readonly wrong: readonly Wrong[];
}

export interface Shown {
  /** What the next build does; absent where the Dockerfile cannot be read. */
  readonly record?: BuildRecord;
  readonly files: readonly FileEntry[];
  readonly edited: ReadonlySet<string>;
  /** Of the scene, or `Dockerfile`. */
  readonly title: string;
  /** For a link: what was done, and the scene where it is no named one. */
  readonly log: Log;
  readonly own?: Scenario;
}

export function outcomeOf({ files, scene, edit, expect }: Asked): Outcome {
  const wrong: Wrong[] = [];
  const base = scene === undefined ? undefined : sceneOf(scene);
  if (scene !== undefined && !base) wrong.push({ kind: 'file', message: t('embed.unknown-scene', { name: scene.slice(0, 80) }) });
  const scenario = files.length > 0 ? scenarioOf(files, base).scenario : base && inVersion(base, 'bad');
  if (!scenario) return { wrong };
  for (const { path } of files) {
    const problem = pathProblem(path.replace(/^\.\//, ''));
    if (problem) wrong.push({ kind: 'file', message: text({ id: 'actions.import-entry', values: { path: path.slice(0, 200), problem } }) });
  }
  const opened = openWorkspace(scenario, resolveImage);
  const workspace = edit === undefined ? opened : (edited(opened, edit) ?? opened);
  if (edit !== undefined && workspace === opened) wrong.push({ kind: 'file', message: t('embed.no-file', { path: edit.slice(0, 80) }) });
  const snapshot = describe(workspace);
  const record = snapshot.prediction;
  const error = snapshot.diagnostics.find(({ severity }) => severity === 'error');
  if (!record && error) wrong.push({ kind: 'dockerfile', message: error.message, ...(error.lines[0] && { line: error.lines[0].first }) });
  if (expect) wrong.push(...differences(expect, record));
  const shown: Shown = {
    ...(record && { record }),
    files: snapshot.files,
    edited: new Set(snapshot.files.flatMap(({ path, change }) => (change === 'none' ? [] : [path]))),
    title: base?.title ?? scenario.title,
    log: workspace.log,
    ...(files.length > 0 && { own: scenario }),
  };
  return { shown, wrong };
}

/** Edited as the embed does it: as the scene offers, else by a comment; bytes that nobody can type, by their mode. Undefined where there is no such file. */
function edited(workspace: Workspace, path: string): Workspace | undefined {
  const node = get(currentState(workspace).context, path);
  if (node?.type !== 'file') return undefined;
  const text = isText(node) ? textOf(node) : undefined;
  const offered = workspace.scenario.tries?.find(({ action }) => action.type === 'write' && action.path === path && action.text !== text)?.action;
  const action: Action = text === undefined ? { type: 'chmod', path, mode: node.mode ^ 0o100 } : (offered ?? { type: 'write', path, text: withComment(path, text) });
  const done = dispatch(workspace, action);
  return done.ok ? done.workspace : undefined;
}

/** One sentence for each step that comes out another way, in the words that the embed would have. */
function differences(expected: readonly Expected[], record: BuildRecord | undefined): readonly Wrong[] {
  const got = outcomesOf(record);
  const steps = inFile(record);
  const sentences = expected.flatMap((want, at): Wrong[] => {
    const step = steps[at];
    if (!step || got[at] === want) return [];
    const message = { id: 'embed.differs', values: { n: at + 1, step: step.text, expected: want, got: got[at]! } } as const;
    return [{ kind: 'expect', line: step.lines.first, message: sentence(message).map((phrase) => (phrase.kind === 'code' ? `\`${phrase.text}\`` : phrase.text)).join('') }];
  });
  return got.length === expected.length ? sentences : [{ kind: 'expect', message: t('embed.differs-count', { expected: expected.length, got: got.length }) }, ...sentences];
}
