/** Whether a lesson says what the engine does: every start, answer, prediction and quiz of it is tried. */
import type { ResolveImage } from '#engine/image/base.ts';
import { answered } from '#engine/exercise/answer.ts';
import { happen } from '#engine/exercise/edits.ts';
import type { Exercise } from '#engine/exercise/exercise.ts';
import { judge, judgeAlone } from '#engine/exercise/judge.ts';
import type { CheckResult } from '#engine/exercise/judgement.ts';
import { foretell } from '#engine/exercise/foretell.ts';
import { stepsOf } from '#engine/exercise/steps.ts';
import type { Execute } from '#engine/workspace/execute.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '#engine/workspace/workspace.ts';
import { text } from '#messages/index.ts';
import type { Lesson, Prediction, Quiz } from './lesson.ts';

/** What the engine needs from outside. */
export interface ProvingGround {
  readonly resolve: ResolveImage;
  readonly execute: Execute;
}

/** Something that a lesson claims and that is not so. */
export interface LessonFault {
  /** `exercise a-order`, `prediction readme`, `the text`. */
  readonly part: string;
  /** `solution "manifests first"`; absent for the whole part. */
  readonly answer?: string;
  readonly message: string;
}

/** One thing to be tried; they are independent, so that a page can do them one at a time. */
export interface Proof {
  readonly part: string;
  readonly title: string;
  readonly run: () => readonly LessonFault[];
}

/** All that there is to try of a lesson, in its order. */
export function proofsOf(lesson: Lesson, ground: ProvingGround): readonly Proof[] {
  return [
    { part: 'the text', title: 'lines, edits and commands run', run: () => textFaults(lesson, ground) },
    ...lesson.predictions.map((prediction): Proof => ({ part: `prediction ${prediction.id}`, title: prediction.says, run: () => predictionFaults(lesson, prediction, ground) })),
    ...lesson.quizzes.map((quiz): Proof => ({ part: `quiz ${quiz.id}`, title: quiz.id, run: () => quizFaults(lesson, quiz, ground) })),
    ...lesson.exercises.flatMap((exercise) => exerciseProofs(exercise, ground)),
  ];
}

/** Everything that is not as the lesson says. */
export function proveLesson(lesson: Lesson, ground: ProvingGround): readonly LessonFault[] {
  return proofsOf(lesson, ground).flatMap(({ run }) => run());
}

function exerciseProofs(exercise: Exercise, { resolve, execute }: ProvingGround): readonly Proof[] {
  const part = `exercise ${exercise.id}`;
  const start = () => openWorkspace(exercise.start, resolve, execute);
  const begins: Proof = {
    part,
    title: 'the start fails a check',
    run: () => (judge(start(), exercise).passed ? [{ part, message: 'all checks hold at the start already' }] : []),
  };
  const solutions = exercise.solutions.map((solution): Proof => {
    const answer = `solution "${solution.name}"`;
    return {
      part,
      title: answer,
      run: () => {
        const tried = answered(start(), solution);
        if (!tried.ok) return [{ part, answer, message: `cannot be made: ${text(tried.because)}` }];
        const judged = judge(tried.workspace, exercise);
        return judged.checks.filter(({ state }) => state !== 'passed').map((check) => ({ part, answer, message: `fails ${told(check)}` }));
      },
    };
  });
  const wrong = exercise.wrong.map((each): Proof => {
    const answer = `wrong answer "${each.name}"`;
    return {
      part,
      title: answer,
      run: () => {
        const tried = answered(start(), each);
        if (!tried.ok) return [{ part, answer, message: `cannot be made: ${text(tried.because)}` }];
        const judged = judge(tried.workspace, exercise);
        const failed = new Set(judged.checks.filter(({ state }) => state !== 'passed').map(({ id }) => id));
        const faults = each.fails.filter((id) => !failed.has(id)).map((id) => ({ part, answer, message: `passes ${id}, which it must fail` }));
        // A build that fails fails every check about builds: naming one of them is enough.
        const others = judged.error === undefined ? judged.checks.filter(({ id, state }) => state !== 'passed' && !each.fails.includes(id)) : [];
        const more = others.map((check) => ({ part, answer, message: `also fails ${told(check)}` }));
        const hint = judged.ladder === each.hint ? [] : [{ part, answer, message: `gets the hints "${judged.ladder ?? 'none'}" and not "${each.hint}"` }];
        return [...faults, ...more, ...hint];
      },
    };
  });
  return [begins, ...solutions, ...wrong];
}

function predictionFaults(lesson: Lesson, prediction: Prediction, { resolve, execute }: ProvingGround): readonly LessonFault[] {
  const part = `prediction ${prediction.id}`;
  const told = foretell(openWorkspace(prediction.start ?? lesson.scene, resolve, execute), prediction);
  if (!told.ok) return [{ part, message: `cannot be done: ${text(told.because)}` }];
  return Object.entries(prediction.steps).flatMap(([words, guess]): readonly LessonFault[] => {
    const meant = stepsOf(told.built.record, words);
    if (meant.length !== 1) return [{ part, message: `${meant.length === 0 ? 'no step has' : `${meant.length} steps have`} "${words}"` }];
    const { state } = meant[0]!;
    const right = guess === 'hit' ? state === 'cached' : guess === 'not-needed' ? state === 'not-needed' : state === 'rebuilt' || state === 'failed';
    return right ? [] : [{ part, message: `"${words}" is ${state}, not ${guess}` }];
  });
}

function quizFaults(lesson: Lesson, { id, proof }: Quiz, { resolve, execute }: ProvingGround): readonly LessonFault[] {
  const workspace = openWorkspace(proof.start ?? lesson.scene, resolve, execute);
  return proof.checks.map((check) => judgeAlone(check, workspace)).filter(({ state }) => state !== 'passed').map((check) => ({ part: `quiz ${id}`, message: `its proof does not hold: ${told(check)}` }));
}

/** What the text runs, edits and points at, in the order of the text, and then the cheat sheet. */
function textFaults({ scene, blocks }: Lesson, { resolve, execute }: ProvingGround): readonly LessonFault[] {
  const part = 'the text';
  let at = openWorkspace(scene, resolve, execute);
  const faults: LessonFault[] = [];
  const line = (typed: string) => {
    const done = dispatch(at, { type: 'command', line: typed });
    if (!done.ok) return void faults.push({ part, message: `cannot run ${typed}: ${text(done.message)}` });
    at = done.workspace;
    const entry = currentState(at).terminal.at(-1);
    if (entry && entry.exitCode !== 0) faults.push({ part, message: `${typed} ends with ${entry.exitCode}: ${entry.output.map(({ text }) => text).join('').trim().slice(-200)}` });
  };
  const first = openWorkspace(scene, resolve, execute);
  for (const block of blocks) {
    if (block.kind === 'run') line(block.line);
    else if (block.kind === 'edit') {
      const done = happen(at, block.build ? [...block.edits, { build: true }] : block.edits);
      if (done.ok) at = done.workspace;
      else faults.push({ part, message: `cannot do "${block.label}": ${text(done.because)}` });
    } else if (block.kind === 'look') faults.push(...lookFaults(block, first, at));
    else if (block.kind === 'cheatsheet') for (const { run } of block.rows) if (run !== undefined) line(run);
  }
  return faults;
}

function lookFaults({ file, step }: { readonly file?: string; readonly step?: string }, first: Workspace, now: Workspace): readonly LessonFault[] {
  const part = 'the text';
  const record = currentState(now).builds.at(-1)?.record;
  const missing = file !== undefined && !(file in first.scenario.files) ? [{ part, message: `there is no ${file} to look at` }] : [];
  const steps = step !== undefined && (!record || stepsOf(record, step).length === 0) ? [{ part, message: `no step has "${step}" to look at` }] : [];
  return [...missing, ...steps];
}

function told({ id, because, counterexample }: CheckResult): string {
  return `${id}${because ? ` (${text(because)})` : ''}${counterexample?.step ? ` at ${counterexample.step.text}` : ''}`;
}
