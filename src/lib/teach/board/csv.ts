/** A class in figures as a table for spreadsheets: one row a figure, of all together, never of one. RFC 4180. */
import { stepWords } from '#lib/learn/text/step-words.ts';
import type { ClassTally, WrongTally } from './tally.ts';

type Cell = string | number;

const head = ['lesson', 'kind', 'id', 'part', 'says', 'learners', 'of'];

export function csvOf({ lessons }: ClassTally): string {
  const rows: Cell[][] = lessons.flatMap(({ slug, learners, exercises, questions }) => [
    ...exercises.flatMap((exercise): Cell[][] => [
      [slug, 'exercise', exercise.id, 'begun', exercise.title, exercise.begun, learners],
      [slug, 'exercise', exercise.id, 'passed', exercise.title, exercise.passed, learners],
      [slug, 'exercise', exercise.id, 'took hints', exercise.title, exercise.hinted, learners],
      [slug, 'exercise', exercise.id, 'solution shown', exercise.title, exercise.shown, learners],
      ...exercise.checks.map(({ id, says, held }): Cell[] => [slug, 'check', exercise.id, id, says, held, learners]),
      ...exercise.moves.map(({ moves, learners: n }): Cell[] => [slug, 'moves', exercise.id, moves, exercise.title, n, exercise.passed]),
    ]),
    ...questions.flatMap((question): Cell[][] => [
      [slug, 'question', question.id, 'right', question.says, question.right, question.answered],
      ...question.wrong.map((wrong): Cell[] => [slug, 'wrong answer', question.id, wrong.belief ?? '', answerOf(wrong), wrong.learners, question.answered]),
    ]),
  ]);
  return [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

const answerOf = ({ step, option }: WrongTally): string => option ?? (step ? `${stepWords(step.words)}: ${step.said}, is ${step.is}` : '');

/** Quoted where it has to be; a text that a spreadsheet would take for a formula has an apostrophe in front. */
function cell(value: Cell): string {
  const text = typeof value === 'number' ? String(value) : value.replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
