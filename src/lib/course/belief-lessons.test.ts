import { expect, it } from 'vitest';
import type { Lesson } from '#lib/lessons/lesson.ts';
import { lessonsOfBeliefs } from './belief-lessons.ts';

const lesson = (slug: string, order: number, steps: readonly string[], options: readonly string[] = []) =>
  ({ slug, title: slug, order, predictions: [{ beliefs: Object.fromEntries(steps.map((belief, at) => [`step ${at}`, belief])) }], quizzes: [{ options: [{ html: '', right: true }, ...options.map((belief) => ({ html: '', right: false, belief }))] }] }) as unknown as Lesson;

it('a misconception leads to the two lessons that are about it most, by their predictions and quizzes', () => {
  const found = lessonsOfBeliefs([lesson('wide', 0, ['a', 'b', 'c', 'd']), lesson('about-a', 3, ['a', 'a'], ['a']), lesson('half', 2, ['a'], ['b'])]);
  expect(found['a']!.map(({ slug }) => slug)).toEqual(['about-a', 'half']);
  expect(found['b']!.map(({ slug }) => slug)).toEqual(['half', 'wide']);
  expect(found['x']).toBeUndefined();
});
