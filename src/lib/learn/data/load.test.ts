import { describe, expect, it } from 'vitest';
import { lessonCards, loadLesson } from '../../../lessons/index.ts';
import { lessonAnswers, lessonPage, lessonWork } from './load.ts';

const lesson = (await loadLesson('images-and-registries'))!;

describe('what the page of a lesson is made of', () => {
  const rungs = lesson.exercises.flatMap(({ hints }) => hints.flatMap((ladder) => ladder.rungs));

  it('holds no hint and no solution, in the page nor in what it works with', () => {
    const sent = JSON.stringify([lessonPage(lesson, lessonCards), lessonWork(lesson, lessonCards)]);
    expect(rungs.length).toBeGreaterThan(10);
    expect(rungs.filter((rung) => sent.includes(JSON.stringify(rung)))).toEqual([]);
    expect(lessonWork(lesson, lessonCards).exercises.every(({ solutions, wrong }) => solutions.length + wrong.length === 0)).toBe(true);
  });

  it('keeps the conditions of the hints with the exercises, so that the engine can choose a ladder', () => {
    const { exercises } = lessonWork(lesson, lessonCards);
    expect(exercises.map(({ hints }) => hints.map(({ id }) => id))).toEqual(lesson.exercises.map(({ hints }) => hints.map(({ id }) => id)));
  });

  it('has the hints and the solutions beside the page', () => {
    const answers = lessonAnswers(lesson);
    expect(Object.keys(answers)).toEqual(lesson.exercises.map(({ id }) => id));
    expect(Object.values(answers).flatMap(({ hints }) => hints.flatMap((ladder) => ladder.rungs))).toEqual(rungs);
  });

  it('shares out three quarters of the XP over the exercises', () => {
    const { tasks } = lessonPage(lesson, lessonCards);
    expect(tasks.reduce((sum, { xp }) => sum + xp, 0)).toBe((lesson.xp * 3) / 4);
    expect(tasks.every(({ par }) => par > 0)).toBe(true);
  });
});
