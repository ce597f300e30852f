/** What a side of a duel can begin with: the project's own Dockerfile, those of the scene, those of earlier builds, and those that advice proposes. */
import { findIgnoreFile } from '../../context/index.ts';
import { get, textOf, walk } from '../../fs/index.ts';
import type { DirNode } from '../../fs/node.ts';
import type { Advice, TextEdit } from '../../insight/advice/index.ts';
import type { Scenario, ScenarioFile } from '../scenario.ts';
import { isText } from '../state.ts';
import { inVersion } from '../versions.ts';
import { currentState, type Workspace } from '../workspace.ts';
import { roundsOf } from './series.ts';
import type { DuelSide } from './setup.ts';

/** One beginning; `from` says where it was found. */
export interface DuelStart {
  /** `now`, `bad`, `good`, `build-3`, `advice-1`: stable while nothing is done in the workspace. */
  readonly id: string;
  readonly from:
    | { readonly kind: 'now' }
    | { readonly kind: 'version'; readonly name: 'bad' | 'good' }
    | { readonly kind: 'build'; readonly number: number }
    /** The line that the advice is about, and what it saves where that was measured (virtual milliseconds). */
    | { readonly kind: 'advice'; readonly line: number; readonly saves?: number };
  readonly side: DuelSide;
}

export interface DuelStarts {
  /** Context path of the Dockerfile, and of the ignore file that counts for it. */
  readonly dockerfile: string;
  readonly ignore: string;
  readonly starts: readonly DuelStart[];
  /** Which kinds of series there are. */
  readonly series: { readonly scene: boolean; readonly log: boolean };
  /** Files that a series may edit, the hidden ones last. */
  readonly paths: readonly string[];
}

/** What there is to begin with, in the order in which it is offered. `advised`: what was found for the Dockerfile as it is. */
export function duelStarts(workspace: Workspace, advised: readonly Advice[]): DuelStarts {
  const state = currentState(workspace);
  const { scenario } = workspace;
  const dockerfile = state.options.file ?? scenario.dockerfile;
  const ignore = findIgnoreFile(state.context, dockerfile)?.file ?? '.dockerignore';
  const asIn = (context: DirNode): DuelSide => ({ files: { [dockerfile]: spec(context, dockerfile), [ignore]: spec(context, ignore) } });
  const now = asIn(state.context);
  const starts: DuelStart[] = [{ id: 'now', from: { kind: 'now' }, side: now }];
  if (scenario.versions && !state.imported) for (const name of ['bad', 'good'] as const) starts.push({ id: name, from: { kind: 'version', name }, side: versionSide(scenario, name) });
  advised.forEach((advice, at) => {
    const side = advice.edit && edited(now, advice.edit, dockerfile);
    const { milliseconds } = advice.saves ?? {};
    if (side) starts.push({ id: `advice-${at + 1}`, from: { kind: 'advice', line: advice.diagnostic.lines[0]?.first ?? 1, ...(milliseconds !== undefined && { saves: milliseconds }) }, side });
  });
  const texts = new Set([JSON.stringify(now)]);
  for (const { record, context } of state.builds) {
    const side = asIn(context);
    const text = JSON.stringify(side);
    if (!texts.has(text)) starts.push({ id: `build-${record.number}`, from: { kind: 'build', number: record.number }, side });
    texts.add(text);
  }
  const own = new Set(starts.flatMap(({ side }) => Object.keys(side.files)));
  const files = [...walk(state.context)].flatMap(([path, node]) => (node.type === 'file' && !own.has(path) ? path : []));
  const paths = [...files.filter((path) => !isHidden(path)), ...files.filter(isHidden)].slice(0, mostPaths);
  const edits = roundsOf(workspace, { kind: 'log' }, own).edits.length;
  return { dockerfile, ignore, starts, series: { scene: !state.imported && (scenario.edits ?? []).length > 0, log: edits > 0 }, paths };
}

/** Paths that are offered for a series of one's own. */
const mostPaths = 2_000;

/** Files that people seldom edit: they come last. */
const isHidden = (path: string): boolean => path.split('/').some((name) => name.startsWith('.') || name === 'node_modules');

function spec(context: DirNode, path: string): ScenarioFile | null {
  const node = get(context, path);
  return node?.type === 'file' && isText(node) ? { text: textOf(node) } : null;
}

/** Every file in which the scene's versions differ, as this one has it. */
function versionSide(scenario: Scenario, name: 'bad' | 'good'): DuelSide {
  const { bad, good } = scenario.versions!;
  const { files } = inVersion(scenario, name);
  const paths = Object.keys({ ...bad.files, ...good.files });
  const options = scenario.versions?.[name].options;
  return { files: Object.fromEntries(paths.map((path) => [path, files[path] ?? null])), ...(options && { options }) };
}

/** A side with an edit made in one of its files. */
function edited(side: DuelSide, { file, range, replacement }: TextEdit, dockerfile: string): DuelSide | undefined {
  const path = file ?? dockerfile;
  const text = side.files[path]?.text ?? '';
  if (path !== dockerfile && !(path in side.files)) return undefined;
  return { ...side, files: { ...side.files, [path]: { text: text.slice(0, range.from) + replacement + text.slice(range.to) } } };
}
