/** State → snapshot: what the page is told. Everything here is derived; nothing is kept. */
import { findIgnoreFile, xray, type IgnoreXray } from '../context/index.ts';
import { contentSize, get, sizeOf, walk } from '../fs/index.ts';
import { isDangling } from '../image/index.ts';
import type { BuildResult } from '../solver/build.ts';
import { describeAction } from './action.ts';
import { changedPaths, changeOf, removedPaths } from './changes.ts';
import { pathTo, redoes, rootNode, type Log } from './log.ts';
import { sceneInfo } from './scene-info.ts';
import type { Machine } from './machine.ts';
import type { BuildSummary, FileEntry, MachineSummary, Snapshot } from './snapshot.ts';
import { dryRun } from './operations/dry-run.ts';
import { isText, type Built, type State } from './state.ts';
import { currentState, type Workspace } from './workspace.ts';

const predictions = new WeakMap<State, BuildResult>();

/** The next build of the workspace as a dry run; the same value as long as nothing was done. */
export function predict(workspace: Workspace): BuildResult {
  const state = currentState(workspace);
  const known = predictions.get(state);
  if (known) return known;
  const result = dryRun(state, workspace);
  predictions.set(state, result);
  return result;
}

export function describe(workspace: Workspace): Snapshot {
  const state = currentState(workspace);
  const { scenario, log } = workspace;
  const { record } = predict(workspace);
  const dockerfile = state.options.file ?? scenario.dockerfile;
  const ignore = findIgnoreFile(state.context, dockerfile);
  const rays = ignore && !ignore.error ? xray(state.context, ignore) : undefined;
  const unreadable = record.error !== undefined && record.steps.length === 0;
  return {
    scenario: sceneInfo(state, scenario),
    revision: pathTo(log, log.at).length,
    files: entries(state, ignore?.file ?? '.dockerignore', rays),
    removed: removedPaths(state.baseline, state.context),
    sentBytes: rays ? rays.sent.bytes : sizeOf(state.context),
    dockerfile,
    options: state.options,
    ...(unreadable ? {} : { prediction: record }),
    diagnostics: [...record.diagnostics, ...(ignore?.error ? [ignore.error] : [])],
    builds: summaries(state),
    machines: [...state.machines.values()].map(machineSummary),
    machine: state.machine,
    now: state.now,
    terminal: { entries: state.terminal.length, folder: state.folder },
    ...undoable(log),
  };
}

/** What undo and redo would do. */
function undoable(log: Log): Pick<Snapshot, 'undoes' | 'redoes' | 'canUndo' | 'canRedo'> {
  const [last, next] = [log.nodes[log.at], log.nodes[redoes(log) ?? rootNode]];
  return { canUndo: last !== undefined, canRedo: next !== undefined, ...(last && { undoes: describeAction(last.action) }), ...(next && { redoes: describeAction(next.action) }) };
}

function entries(state: State, ignoreFile: string, rays: IgnoreXray | undefined): FileEntry[] {
  const decided = new Map((rays?.decisions ?? []).map((decision) => [decision.path, decision]));
  const found: FileEntry[] = [];
  let closed: { below: string; ignored: NonNullable<FileEntry['ignored']> } | undefined;
  for (const [path, node] of walk(state.context)) {
    if (node.type !== 'file' && node.type !== 'dir' && node.type !== 'symlink') continue;
    if (closed && !path.startsWith(closed.below)) closed = undefined;
    const decision = decided.get(path);
    const own = decision?.ignored && decision.by ? { file: ignoreFile, line: decision.by.line, pattern: decision.by.pattern } : undefined;
    const ignored = closed?.ignored ?? own;
    if (own && node.type === 'dir' && !closed) closed = { below: `${path}/`, ignored: own };
    found.push({
      path,
      type: node.type,
      size: node.type === 'file' ? contentSize(node.content) : node.type === 'dir' ? sizeOf(node) : 0,
      mode: node.mode,
      ...(ignored ? { ignored } : {}),
      change: changeOf(get(state.baseline, path), node),
      text: node.type === 'file' && isText(node),
      rebuilds: [],
    });
  }
  return found;
}

const machines = new WeakMap<Machine, MachineSummary>();

function machineSummary(machine: Machine): MachineSummary {
  let summary = machines.get(machine);
  if (!summary) {
    const { name, kind, ephemeral, umask, builder, images, cache, logins } = machine;
    let cacheBytes = 0;
    for (const { size } of cache.records.values()) cacheBytes += size;
    const named = [...images.images.keys()].filter((image) => !isDangling(image)).length;
    machines.set(machine, (summary = { name, kind, ephemeral, umask, builder, images: named, cacheBytes, logins: [...logins.keys()] }));
  }
  return summary;
}

function summaries({ builds }: State): BuildSummary[] {
  const firstWith = new Map<string, number>();
  return builds.map(({ record, context, machine }, index) => {
    const digest = record.images[0]?.configDigest;
    const same = digest ? firstWith.get(digest) : undefined;
    if (digest && same === undefined) firstWith.set(digest, record.number);
    return {
      number: record.number,
      machine,
      ok: record.ok,
      states: record.steps.map((step) => step.state),
      cached: record.steps.filter((step) => step.state === 'cached').length,
      rebuilt: record.steps.filter((step) => step.state === 'rebuilt').length,
      duration: record.duration,
      edited: editedBefore(builds, index, context),
      ...(same === undefined ? {} : { sameImageAs: same }),
      ...(digest ? { configDigest: digest } : {}),
    };
  });
}

function editedBefore(builds: readonly Built[], index: number, context: Built['context']): readonly string[] {
  const before = builds[index - 1]?.context;
  return before ? changedPaths(before, context) : [];
}
