/** exercises/*.yaml → an exercise. */
import type { Answer, Exercise } from '#engine/exercise/exercise.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import type { ExerciseSource } from '../schema/exercise.ts';
import { check } from './checks.ts';
import { htmlOfBlocks, htmlOfText } from './markdown.ts';
import { scenario, scenarioFile, type SceneName } from './scene.ts';
import { noSuch, unique } from './unique.ts';
import type { YamlPath, YamlSource } from './yaml-source.ts';

/** The exercise of that id; where it starts is laid over the lesson's scene unless it is alone. */
export function exercise(id: string, read: ExerciseSource, source: YamlSource, name: SceneName, lessonScene: Scenario): Exercise {
  references(read, source);
  const { alone = false, ...start } = read.start ?? {};
  const checks = read.checks.map((one, index) => check(one, ['checks', index], source, one.id));
  const probes = read.probes?.map((one, index) => check(one, ['probes', index], source, one.id));
  return {
    id,
    title: read.title,
    task: htmlOfBlocks(read.task, (_, message) => source.problem(['task'], message)),
    start: scenario(start, ['start'], source, { ...name, slug: `${name.slug}/${id}`, title: read.title }, alone ? undefined : lessonScene),
    checks,
    ...(probes && { probes }),
    hints: read.hints.map(({ rungs, ...ladder }, index) => ({
      ...ladder,
      rungs: rungs.map((rung, step) => htmlOfText(rung, (_, message) => source.problem(['hints', index, 'rungs', step], message))),
    })),
    solutions: read.solutions.map((one, index) => answer(one, ['solutions', index], source)),
    wrong: read.wrong.map((one, index) => ({ ...answer(one, ['wrong', index], source), fails: one.fails, hint: one.hint })),
  };
}

function answer({ name, files, options, commands }: ExerciseSource['solutions'][number], at: YamlPath, source: YamlSource): Answer {
  const laid = files && Object.fromEntries(Object.entries(files).map(([path, file]) => [path, file === null ? null : scenarioFile(file, [...at, 'files', path], source)]));
  if (!laid && !options && !commands?.length) source.problem(at, 'an answer has files, options or commands');
  return { name, ...(laid && { files: laid }), ...(options && { options }), ...(commands && { commands }) };
}

/** Names that stand twice, and names that lead nowhere. */
function references({ checks, probes = [], hints, solutions, wrong }: ExerciseSource, source: YamlSource): void {
  const judged = [...checks.map(({ id }, index) => ({ id, path: ['checks', index, 'id'] })), ...probes.map(({ id }, index) => ({ id, path: ['probes', index, 'id'] }))];
  unique(judged, 'check or probe', source);
  unique(hints.map(({ id }, index) => ({ id, path: ['hints', index, 'id'] })), 'ladder', source);
  unique([...solutions.map(({ name }, index) => ({ id: name, path: ['solutions', index, 'name'] })), ...wrong.map(({ name }, index) => ({ id: name, path: ['wrong', index, 'name'] }))], 'answer', source);
  const named = (ids: readonly string[] | undefined, known: readonly string[], path: YamlPath, what: string) =>
    ids?.forEach((id, index) => {
      if (!known.includes(id)) source.problem([...path, index], noSuch(what, id, known));
    });
  const judgedIds = judged.map(({ id }) => id);
  const checkIds = checks.map(({ id }) => id);
  const ladders = hints.map(({ id }) => id);
  for (const [index, { when }] of hints.entries()) {
    named(when?.fails, judgedIds, ['hints', index, 'when', 'fails'], 'check or probe');
    named(when?.passes, judgedIds, ['hints', index, 'when', 'passes'], 'check or probe');
    if (!when && index < hints.length - 1) source.problem(['hints', index], 'a ladder without `when` holds always, so it stands last');
  }
  for (const [index, { fails, hint }] of wrong.entries()) {
    named(fails, checkIds, ['wrong', index, 'fails'], 'check');
    if (!ladders.includes(hint)) source.problem(['wrong', index, 'hint'], noSuch('ladder', hint, ladders));
  }
}
