/** The checks of an exercise, judged over a workspace: each on a copy, as the last good build left it. */
import type { BuildOptions } from '../graph/plan.ts';
import { explain } from '../insight/explain.ts';
import type { Message } from '../source/message.ts';
import type { Action } from '../workspace/action.ts';
import { earlierBuilds } from '../workspace/earlier-builds.ts';
import type { Built, State } from '../workspace/state.ts';
import { currentState, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { lastGood } from './again.ts';
import type { Assertions, Finding, Subject } from './assertion.ts';
import { assertionKeys, assertions, findingOf } from './assertions/index.ts';
import { firstLine } from './assertions/steps.ts';
import { editActions, happen, tellEdit } from './edits.ts';
import type { Check, Exercise } from './exercise.ts';
import type { CheckResult, Counterexample, Judgement } from './judgement.ts';
import { ladderFor } from './ladder.ts';
import { movesOf } from './moves.ts';
import { isBuild, type WorldEdit } from './world-edit.ts';

/** What every check says, which hints there are for it, and how many moves it took so far. Deterministic; the workspace stays as it is. */
export function judge(workspace: Workspace, exercise: Exercise): Judgement {
  const state = currentState(workspace);
  const start = startOf(workspace, exercise);
  const last = state.builds.at(-1)?.record;
  const error = last && !last.ok ? firstLine(last.error?.message ?? '') : undefined;
  const base = asBuilt(workspace);
  const judged = (check: Check) => judgeCheck(check, base, start, error !== undefined);
  const checks = exercise.checks.map(judged);
  const probes = (exercise.probes ?? []).map(judged);
  const ladder = ladderFor(exercise.hints, [...checks, ...probes], error === undefined ? undefined : (last?.error?.message ?? ''));
  const passed = checks.every((check) => check.state === 'passed');
  const unknown = (lastGood(state)?.record.steps ?? []).filter(({ fidelity }) => fidelity === 'not-simulated').map(({ text }) => text);
  return { checks, probes, passed, moves: movesOf(workspace), unknown, ...(error !== undefined && { error }), ...(ladder && !passed && { ladder: ladder.id }) };
}

/** One check over a workspace that nothing was done to since it was built: for the proofs of quizzes. */
export function judgeAlone(check: Check, workspace: Workspace): CheckResult {
  return judgeCheck(check, asBuilt(workspace), workspace, false);
}

const starts = new WeakMap<Exercise['start'], Workspace>();

function startOf({ resolve, execute }: Workspace, { start }: Exercise): Workspace {
  let known = starts.get(start);
  if (!known) starts.set(start, (known = openWorkspace(start, resolve, execute)));
  return known;
}

/** The workspace with the project as the last good build had it. */
function asBuilt(workspace: Workspace): Workspace {
  const state = currentState(workspace);
  const last = lastGood(state);
  return last && last.context !== state.context ? withState(workspace, { ...state, context: last.context }) : workspace;
}

function withState(workspace: Workspace, state: State): Workspace {
  return { ...workspace, states: new Map(workspace.states).set(workspace.log.at, state) };
}

function judgeCheck(check: Check, base: Workspace, start: Workspace, failed: boolean): CheckResult {
  const keys = assertionKeys(check);
  const ofBuilds = keys.some((key) => assertions[key].about !== 'world');
  if (ofBuilds && failed) return { id: check.id, state: 'waiting', because: { id: 'exercise.not-known' } };
  if (ofBuilds && !lastGood(currentState(base))) return { id: check.id, state: 'waiting', because: { id: 'exercise.not-built' } };
  const future = futureOf(check, base, keys);
  if (!future.ok) return { id: check.id, state: 'failed', because: future.because };
  const { workspace, made } = future;
  const subject: Subject = { workspace, built: made.at(-1) ?? lastGood(currentState(workspace)), builds: made, start };
  for (const key of keys) {
    const found = findingOf(key, subject, check);
    if (!found.holds) {
      const counterexample = counterexampleOf(check, base, subject, found);
      return { id: check.id, state: 'failed', ...(found.because && { because: found.because }), ...(counterexample && { counterexample }) };
    }
  }
  return { id: check.id, state: 'passed' };
}

type Future = { readonly ok: true; readonly workspace: Workspace; readonly made: readonly Built[] } | { readonly ok: false; readonly because: Message };

/** The world after what the check says happens, with a build after it where the check is about one. */
function futureOf({ after = [], commits }: Check, base: Workspace, keys: readonly (keyof Assertions)[]): Future {
  const first = currentState(base).builds.length;
  const builtAfter = keys.some((key) => assertions[key].about === 'build' || (after.length > 0 && assertions[key].about === 'image'));
  const days = commits ?? [after];
  let at = base;
  let other: BuildOptions = {};
  for (const edits of days) {
    const done = happen(at, edits, other);
    if (!done.ok) return done;
    ({ workspace: at, other } = done);
    const last = edits.at(-1);
    if ((commits || builtAfter) && !(last && isBuild(last))) {
      const again = happen(at, [{ build: true }], other);
      if (!again.ok) return again;
      at = again.workspace;
    }
  }
  return { ok: true, workspace: at, made: currentState(at).builds.slice(first) };
}

/** The future in which a check does not hold; none for a check about what is there now. */
function counterexampleOf({ after, commits }: Check, base: Workspace, { built, workspace }: Subject, found: Finding): Counterexample | undefined {
  const edits = commits ? commits.flat().slice(0, 3) : (after ?? []);
  const record = built?.record;
  const step = found.step === undefined ? undefined : record?.steps.find(({ id }) => id === found.step);
  if (edits.length === 0 && !step) return undefined;
  const why = built && step ? explain(earlierBuilds(currentState(workspace), built.record.number), built, step.id)?.simple : undefined;
  const actions = commits ? undefined : actionsOfEdits(edits, currentState(base));
  return {
    told: edits.map(tellEdit),
    ...(actions && actions.length > 0 && { actions }),
    ...(step && { step: { id: step.id, text: step.text, stage: record?.stages[step.stage]?.name ?? '', state: step.state } }),
    ...(why && { reason: why }),
  };
}

/** The edits as actions, where that is all they take. Builds are left to the reader. */
function actionsOfEdits(edits: readonly WorldEdit[], state: State): readonly Action[] | undefined {
  const parts = edits.filter(({ build }) => !build).map((edit, n) => editActions(edit, state, n + 1));
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}
