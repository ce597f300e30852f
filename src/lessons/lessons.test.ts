import { describe, expect, it } from 'vitest';
import { execute } from '#engine/docker/index.ts';
import { misconceptionOf } from '#engine/insight/misconceptions/index.ts';
import { resolveImage } from '#engine/registry/index.ts';
import { proofsOf } from '#lib/lessons/prove.ts';
import { views } from '#lib/workbench/view.ts';
import { lessonCards, lessonSlugs, loadLesson } from './index.ts';

const read = await Promise.all(lessonSlugs.map(async (slug) => ({ slug, ...(await loadLesson(slug).then((lesson) => ({ lesson }), (error: unknown) => ({ problem: String(error) }))) })));
const lessons = read.flatMap((one) => ('lesson' in one ? (one.lesson ?? []) : []));
const each = lessons.map((lesson) => [lesson.slug, lesson] as const);
const proofs = lessons.flatMap((lesson) => proofsOf(lesson, { resolve: resolveImage, execute }).map(({ part, title, run }) => [lesson.slug, part, title, run] as const));

describe('every lesson', () => {
  it.each(read.map((one) => [one.slug, 'problem' in one ? one.problem : undefined] as const))('%s is read without problems', (_, problem) => {
    expect(problem).toBeUndefined();
  });

  it.each(proofs)('%s: %s: %s is as it says', (_slug, _part, _title, run) => {
    expect(run()).toEqual([]);
  });

  it.each(each)('%s has theory, something that runs, predictions, at least three exercises, a cheat sheet, interview questions and links', (_, { blocks, exercises, predictions, quizzes }) => {
    const kinds = new Set(blocks.map(({ kind }) => kind));
    for (const kind of ['prose', 'cheatsheet', 'reveal', 'docs'] as const) expect([...kinds]).toContain(kind);
    expect(kinds.has('run') || kinds.has('edit')).toBe(true);
    expect(exercises.length).toBeGreaterThanOrEqual(3);
    expect(predictions.length).toBeGreaterThanOrEqual(1);
    expect(quizzes.every(({ proof }) => proof.checks.length > 0)).toBe(true);
    for (const { solutions, wrong, hints } of exercises) {
      expect(solutions.length).toBeGreaterThanOrEqual(2);
      expect(wrong.length).toBeGreaterThanOrEqual(2);
      for (const { rungs } of hints) expect(rungs.length).toBeGreaterThanOrEqual(2);
    }
  });

  it.each(each)('%s places each question and each exercise once in its text', (_, { blocks, exercises, predictions, quizzes }) => {
    const placed = blocks.flatMap((block) => (block.kind === 'predict' ? [block.prediction] : block.kind === 'quiz' ? [block.quiz] : block.kind === 'exercise' ? [block.exercise] : []));
    expect([...placed].sort()).toEqual([...predictions, ...quizzes, ...exercises].map(({ id }) => id).sort());
  });

  it.each(each)('%s looks at views that there are', (_, { blocks }) => {
    const known = new Set(['graph', 'log', 'problems', 'why', ...views.map(({ id }) => id)]);
    expect(blocks.flatMap((block) => (block.kind === 'look' && block.view !== undefined && !known.has(block.view) ? [block.view] : []))).toEqual([]);
  });

  it.each(each)('%s names misconceptions of the deck', (_, { predictions, quizzes }) => {
    const beliefs = [...predictions.flatMap(({ beliefs: named = {} }) => Object.values(named)), ...quizzes.flatMap(({ options }) => options.flatMap(({ belief }) => belief ?? []))];
    expect(beliefs.filter((id) => misconceptionOf(id) === undefined)).toEqual([]);
  });
});

describe('the path', () => {
  it('has a place for each lesson, and leads from what a lesson needs to the lesson', () => {
    expect(lessonCards.map(({ order }) => order)).toEqual(lessonCards.map((_, at) => at));
    const slugs = new Set(lessonCards.map(({ slug }) => slug));
    for (const { needs } of lessonCards) expect(needs.filter((slug) => !slugs.has(slug))).toEqual([]);
  });

  it('is fifteen lessons and 950 XP long', () => {
    expect(lessonCards.length).toBe(15);
    expect(lessonCards.reduce((sum, { xp }) => sum + xp, 0)).toBe(950);
  });
});
