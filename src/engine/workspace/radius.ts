/** What an edit of each file, and another value of each build argument, would do to the next build of a workspace. */
import { filterContext, findIgnoreFile } from '../context/index.ts';
import { walk } from '../fs/index.ts';
import type { DirNode } from '../fs/index.ts';
import { argumentRadius, declaredArguments } from '../insight/argument-radius.ts';
import { blastRadius } from '../insight/blast-radius.ts';
import type { TracedBuild } from '../insight/file-classes.ts';
import { radiusMatrix, stepsByName } from '../insight/radius-matrix.ts';
import type { RadiusMatrix } from '../insight/radius-matrix.ts';
import { withStandIns } from '../insight/stand-in-image.ts';
import type { ReadLog } from '../run/request.ts';
import type { BuildResult } from '../solver/build.ts';
import { dryRun } from './operations/dry-run.ts';
import type { State } from './state.ts';
import { currentState, type Workspace } from './workspace.ts';

/** Most changes of files that are tried: where there are no more files than the first, each of those that matter is; else the second. */
const triedFiles = 200;
const triedOfMany = 100;
/** Most build arguments for which the blast radius is worth its builds. */
const argumentLimit = 50;

const matrices = new WeakMap<State, RadiusMatrix>();

/** The same value as long as nothing was done. Empty where the build fails: then no edit can be seen in what comes of it. */
export function radius(workspace: Workspace): RadiusMatrix {
  const state = currentState(workspace);
  const known = matrices.get(state);
  if (known) return known;
  const made = workedOut(workspace, state);
  matrices.set(state, made);
  return made;
}

/** For each file that the build may read and for which it is known, ids of the steps that a change of it alone would run again. */
export const radii = (workspace: Workspace): ReadonlyMap<string, readonly string[]> => stepsByName(radius(workspace), 'files');

/** For each build argument that the Dockerfile declares, ids of the steps that another value of it alone would run again. */
export const argumentRadii = (workspace: Workspace): ReadonlyMap<string, readonly string[]> => stepsByName(radius(workspace), 'args');

function workedOut(workspace: Workspace, state: State): RadiusMatrix {
  let tries = 0;
  const base = dryRun(state, workspace, { after: 'keep' });
  const tried = (changed: State, world = workspace): BuildResult => {
    tries++;
    return dryRun(changed, world, { from: base });
  };
  const { steps, ok } = base.record;
  const none = new Map();
  if (!ok) return radiusMatrix([], none, none, 0);
  const { context } = state;
  const dockerfile = state.options.file ?? workspace.scenario.dockerfile;
  const paths = sentFiles(context, dockerfile);
  const unchanged = tried(state).record;
  const files = blastRadius(
    { context, paths, unchanged, traced: traced(workspace, state, base), frontend: new Set([dockerfile, `${dockerfile}.dockerignore`, '.dockerignore']), most: paths.length <= triedFiles ? triedFiles : triedOfMany },
    (changed) => tried({ ...state, context: changed }),
  );
  const asked = declaredArguments(base.record.dockerfile.text).size <= argumentLimit;
  const images = base.record.vertices.flatMap(({ key }) => key?.fields['image'] ?? []);
  const world = { ...workspace, resolve: withStandIns(workspace.resolve, images) };
  const args = asked ? argumentRadius(unchanged, state.options.buildArgs ?? {}, (buildArgs) => tried({ ...state, options: { ...state.options, buildArgs } }, world)) : none;
  return radiusMatrix(steps.map(({ id }) => id), files, args, tries);
}

/** Paths of the files that the ignore file lets through, in walk order. */
function sentFiles(context: DirNode, dockerfile: string): readonly string[] {
  const sent = filterContext(context, findIgnoreFile(context, dockerfile));
  return Array.from(walk(sent)).flatMap(([path, node]) => (node.type === 'file' ? path : []));
}

/** The build with every command run, which tells what they read; absent where the builder does not tell. */
function traced(workspace: Workspace, state: State, base: BuildResult): TracedBuild | undefined {
  const reads: ReadLog = new Map();
  const result = dryRun(state, workspace, { from: base, reads });
  return result.record.ok && result.reads ? { result, reads } : undefined;
}
