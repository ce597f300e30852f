/** Whole builds: the first scene, and Dockerfiles far larger than it. */
import { resolveImage } from '#engine/registry/index.ts';
import { describe } from '#engine/workspace/describe.ts';
import { dryRun } from '#engine/workspace/operations/dry-run.ts';
import { reduce } from '#engine/workspace/reduce.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import { scenario as defaultScenario } from '../../src/scenarios/go-two-stages/scenario.ts';
import { buildOf, project } from './builds.ts';
import { withEdit } from './contexts.ts';
import { medianOf, takeTurns } from './measure.ts';
import { ms, times, type Row, type Table } from './report.ts';

/** `docker build` of the first scene with nothing changed, by BuildKit on a machine of its own, measured once: milliseconds. */
const realNoOp = 124;

const noOpGoal = 0.6;
const realGoal = 200;
const coldGoal = 300;
const warmGoal = 3;

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
  readonly edit: number;
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
  const read = paths.slice(0, 500);
  const [noOp, edit] = takeTurns(
    [() => () => buildOf(context, store), (round) => () => buildOf(withEdit(context, read[round % read.length]!, round), store)],
    30,
    15,
  );
  return { cold, noOp, edit };
}

export function large(): Table {
  const [steps, stages, files] = [300, 40, 20_000];
  const { cold, noOp, edit } = timesOf(steps, stages, files, 5);
  return {
    title: 'large: a build of many steps',
    note: `${steps} steps in ${stages} stages over ${files.toLocaleString('en')} files; cold: nothing is known of Dockerfile, context and cache`,
    rows: [
      { name: 'cold', ours: ms(cold), goal: `< ${coldGoal} ms`, met: cold < coldGoal },
      { name: 'again after one edit', ours: ms(edit), goal: `< ${warmGoal} ms`, met: edit < warmGoal },
      { name: 'again, nothing changed', ours: ms(noOp) },
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
    note: '20 stages and 5,000 files, or 100 steps; a fourfold input may cost five times (linear) cold, and more files nothing after an edit',
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
