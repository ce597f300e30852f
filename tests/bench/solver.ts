/** Whole builds: the first scene, and Dockerfiles far larger than it. */
import { resolveImage } from '#engine/registry/index.ts';
import { describe } from '#engine/workspace/describe.ts';
import { dryRun } from '#engine/workspace/operations/dry-run.ts';
import { radii } from '#engine/workspace/radius.ts';
import { reduce } from '#engine/workspace/reduce.ts';
import { rootNode } from '#engine/workspace/log.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import { scenario as defaultScenario } from '../../src/scenarios/go-two-stages/scenario.ts';
import { buildOf, project } from './builds.ts';
import { withEdit } from './contexts.ts';
import { median, medianOf, takeTurns } from './measure.ts';
import { ms, times, type Row, type Table } from './report.ts';

/** `docker build` of the first scene with nothing changed, by BuildKit on a machine of its own, measured once: milliseconds. */
const realNoOp = 124;

const noOpGoal = 0.6;
const realGoal = 200;
const coldGoal = 300;
const warmGoal = 3;
const radiiGoal = 1000;

/** As a build is whose result is kept. */
const real = { images: true, after: 'keep' } as const;

export function scene(): Table {
  const workspace = openWorkspace(defaultScenario, resolveImage);
  const state = currentState(workspace);
  const write = (round: number) => ({ type: 'write', path: 'main.go', text: `${defaultScenario.files['main.go']?.text}// ${round}\n` }) as const;
  const edited = (round: number) => {
    const reduced = reduce(state, write(round), workspace);
    return dryRun(reduced.ok ? reduced.state : state, workspace, real);
  };
  const typed = (round: number) => {
    const done = dispatch(workspace, write(round));
    return describe(done.ok ? done.workspace : workspace);
  };
  const noOp = medianOf(() => () => dryRun(state, workspace, real), 300, 300);
  const [oneFile, snapshot] = takeTurns([(round) => () => edited(round), (round) => () => typed(round)], 60, 40);
  return {
    title: `scene: ${defaultScenario.title}`,
    note: `${Object.keys(defaultScenario.files).length} files, ${state.builds.at(-1)?.record.steps.length} steps; peer: BuildKit's own no-op build, measured once, elsewhere`,
    rows: [
      { name: 'build again, nothing changed', ours: ms(noOp), goal: `< ${noOpGoal} ms`, met: noOp < noOpGoal },
      { name: 'against BuildKit', ours: ms(noOp), peers: ms(realNoOp), ratio: times(realNoOp / noOp), goal: `≥ ${times(realGoal)}`, met: realNoOp >= realGoal * noOp },
      { name: 'edit main.go and build', ours: ms(oneFile) },
      { name: 'a letter in main.go: dry run and snapshot for the page', ours: ms(snapshot) },
    ],
  };
}

interface Times {
  readonly cold: number;
  readonly noOp: number;
  /** After an edit of a file that is sent, and that no step reads. */
  readonly edit: number;
  /** After an edit of a file that one stage copies and a command reads. */
  readonly read: number;
  /** Median number of steps that such an edit runs again. */
  readonly rerun: number;
}

function timesOf(steps: number, stages: number, files: number, rounds: number): Times {
  const freshBuild = (round: number) => {
    const { context } = project(steps, stages, files, round);
    return () => buildOf(context);
  };
  const cold = medianOf(freshBuild, rounds, 2);
  const { context, paths } = project(steps, stages, files, -1);
  const { store, record } = buildOf(context);
  if (!record.ok) throw new Error(record.error?.message);
  const copied = new Set(record.steps.flatMap(({ reads }) => reads.flatMap((each) => (each.kind === 'context' ? each.paths : []))));
  const isRead = (path: string): boolean => copied.has(`/${path.slice(0, path.lastIndexOf('/'))}`);
  const read = paths.filter((path) => isRead(path) && path.endsWith('.ts'));
  const unread = paths.filter((path) => !isRead(path));
  const edited = (of: readonly string[], round: number) => withEdit(context, of[(round * 7919) % of.length]!, round);
  const counts: number[] = [];
  const [noOp, edit, readEdit] = takeTurns(
    [
      () => () => buildOf(context, store),
      (round) => {
        const after = edited(unread, round);
        return () => buildOf(after, store);
      },
      (round) => {
        const after = edited(read, round);
        return () => counts.push(buildOf(after, store).record.steps.filter(({ state }) => state === 'rebuilt').length);
      },
    ],
    40,
    25,
  );
  return { cold, noOp, edit, read: readEdit, rerun: median(counts) };
}

/** The whole of a large project's context: which steps a change of each file would run again. */
function radiiOf(steps: number, stages: number, files: number): { readonly time: number; readonly answered: number } {
  const scenario = { ...defaultScenario, files: {}, prologue: [] };
  const empty = openWorkspace(scenario, resolveImage);
  const { context } = project(steps, stages, files, -2);
  const built = dispatch({ ...empty, states: new Map([[rootNode, { ...currentState(empty), context }]]) }, { type: 'build' });
  if (!built.ok) throw new Error(built.message.id);
  const state = currentState(built.workspace);
  let answered = 0;
  // A state that was not seen before: what is known of one is kept with it.
  const time = medianOf(() => {
    const fresh = { ...built.workspace, states: new Map([[built.workspace.log.at, { ...state }]]) };
    return () => (answered = radii(fresh).size);
  }, 5, 2);
  return { time, answered };
}

export function large(): Table {
  const [steps, stages, files] = [300, 40, 20_000];
  const { cold, noOp, edit, read, rerun } = timesOf(steps, stages, files, 5);
  const { time, answered } = radiiOf(steps, stages, files);
  return {
    title: 'large: a build of many steps',
    note: `${steps} steps in ${stages} stages over ${files.toLocaleString('en')} files; cold: nothing is known of Dockerfile, context and cache`,
    rows: [
      { name: 'cold', ours: ms(cold), goal: `< ${coldGoal} ms`, met: cold < coldGoal },
      { name: 'again after an edit that no step reads', ours: ms(edit), goal: `< ${warmGoal} ms`, met: edit < warmGoal },
      { name: `again after an edit that runs steps again (${rerun} of them)`, ours: ms(read), goal: `< ${warmGoal} ms`, met: read < warmGoal },
      { name: 'again, nothing changed', ours: ms(noOp) },
      { name: `what each of ${answered.toLocaleString('en')} files reaches`, ours: ms(time), goal: `< ${ms(radiiGoal)}`, met: time < radiiGoal },
    ],
  };
}

type Measured = readonly [name: string, times: Times];

export function growth(): Table {
  const bySteps: Measured[] = [100, 200, 400].map((steps) => [`${steps} steps`, timesOf(steps, 20, 5000, 3)]);
  const byFiles: Measured[] = [5000, 10_000, 20_000].map((files) => [`${files.toLocaleString('en')} files`, timesOf(100, 20, files, 3)]);
  const row = ([name, { cold, edit }]: Measured): Row => ({ name, ours: `cold ${ms(cold)}, edit ${ms(edit)}` });
  const grown = (name: string, list: readonly Measured[], of: keyof Times, most: number): Row => {
    const ratio = list.at(-1)![1][of] / list[0]![1][of];
    return { name, ours: '', ratio: times(ratio), goal: `≤ ${times(most)}`, met: ratio <= most };
  };
  return {
    title: 'growth: four times the steps, four times the files',
    note: '20 stages and 5,000 files, or 100 steps; the edit is of a file that no step reads; a fourfold input may cost five times (linear) cold, and more files nothing after an edit',
    rows: [
      ...bySteps.map(row),
      grown('cold, four times the steps', bySteps, 'cold', 5),
      grown('edit, four times the steps', bySteps, 'edit', 5),
      ...byFiles.map(row),
      grown('cold, four times the files', byFiles, 'cold', 5),
      grown('edit, four times the files', byFiles, 'edit', 1.5),
    ],
  };
}
