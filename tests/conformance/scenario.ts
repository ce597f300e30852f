/** Runs a recorded scenario on the engine, step by step, as the recorder ran it on the real builder. */
import { get, textOf } from '#engine/fs/index.ts';
import type { DirNode } from '#engine/fs/index.ts';
import type { BuildOptions } from '#engine/graph/plan.ts';
import { build } from '#engine/solver/build.ts';
import type { BuildRequest, BuildResult } from '#engine/solver/build.ts';
import { emptyStore } from '#engine/solver/cache-store.ts';
import { resolveBase } from './bases.ts';
import { applyStep, emptyWorkspace, folderAt } from './context.ts';
import type { RecordedStep, Recording } from './recording.ts';

/** Some day after the recordings; a minute between two steps. */
const begins = Date.UTC(2026, 8, 1);

/** The build of each step. */
export function runScenario(scenario: Recording): readonly BuildResult[] {
  let store = emptyStore;
  return scenarioRequests(scenario).map((request) => {
    const result = build({ ...request, store });
    store = result.store;
    return result;
  });
}

/** What is asked of a builder that keeps its own store from step to step. */
export type StepRequest = Omit<BuildRequest, 'store'>;

/** The request of each step, with the files as they are then. */
export function scenarioRequests(scenario: Recording): readonly StepRequest[] {
  let workspace = emptyWorkspace;
  return scenario.steps.map((step, index) => {
    workspace = applyStep(workspace, step, index);
    return { ...requestOf(step, workspace), number: index + 1, now: begins + index * 60_000 };
  });
}

/** The command line of a step as a request. */
function requestOf(step: RecordedStep, workspace: DirNode): Omit<StepRequest, 'number' | 'now'> {
  const { args, env, context = '.' } = step.build;
  const flags = readFlags(args);
  const epoch = env['SOURCE_DATE_EPOCH'] ?? '0';
  const root = folderAt(workspace, context)!;
  const contexts = Object.fromEntries(flags('--build-context').map(splitPair));
  const folders = Object.entries(contexts).flatMap(([name, value]) => {
    const folder = /^[a-z-]+:\/\//.test(value) ? undefined : folderAt(workspace, value);
    return folder ? [[name, folder] as const] : [];
  });
  const secrets = flags('--secret').flatMap((text) => {
    const fields = Object.fromEntries(text.split(',').map(splitPair));
    const node = get(root, fields['src'] ?? fields['source'] ?? '');
    return node?.type === 'file' && fields['id'] !== undefined ? [[fields['id'], new TextEncoder().encode(textOf(node))] as const] : [];
  });
  const [target] = flags('--target');
  const platforms = flags('--platform').flatMap((text) => text.split(','));
  const filter = flags('--no-cache-filter').flatMap((text) => text.split(','));
  const [file = 'Dockerfile'] = flags('-f');
  const options: BuildOptions = {
    file,
    buildArgs: Object.fromEntries(flags('--build-arg').map(splitPair)),
    labels: Object.fromEntries(flags('--label').map(splitPair)),
    ...(target !== undefined && { target }),
    ...(platforms.length > 0 && { platforms }),
    ...(flags('--no-cache').length > 0 ? { noCache: true } : filter.length > 0 ? { noCache: filter } : {}),
    ...(flags('--build-context').length > 0 && {
      contexts: Object.fromEntries(Object.entries(contexts).map(([name, value]) => [name, folders.some(([each]) => each === name) ? `local:${name}` : value])),
    }),
    ...(epoch !== '' && { sourceDateEpoch: epoch }),
  };
  return {
    options,
    context: root,
    dockerfilePath: file,
    resolve: resolveBase,
    output: 'oci',
    rewriteTimestamp: epoch !== '',
    ...(folders.length > 0 && { namedContexts: Object.fromEntries(folders) }),
    ...(secrets.length > 0 && { secrets: Object.fromEntries(secrets) }),
  };
}

const valueless = new Set(['--no-cache']);

function readFlags(args: readonly string[]): (name: string) => readonly string[] {
  const values = new Map<string, string[]>();
  for (let i = 0; i < args.length; i++) {
    const [name = '', ...inline] = args[i]!.split('=');
    const value = inline.length > 0 ? inline.join('=') : valueless.has(name) ? 'true' : (args[++i] ?? '');
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return (name) => values.get(name) ?? [];
}

function splitPair(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
