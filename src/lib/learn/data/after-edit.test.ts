import { describe, expect, it } from 'vitest';
import { lessonSlugs, loadLesson } from '#lessons/index.ts';
import { afterEdit } from './after-edit.ts';

const lessons = await Promise.all(lessonSlugs.map((slug) => loadLesson(slug)));

describe('a lesson without scripts', () => {
  it.each(lessons.flatMap((lesson) => (lesson ? [[lesson.slug, lesson] as const] : [])))('%s shows a build in which something happened', (_, lesson) => {
    const after = afterEdit(lesson);
    expect(after?.picture).toMatch(/^<svg[\s\S]*<\/svg>\s*$/);
    expect(after?.picture).toContain(after?.says ?? 'nothing');
  });

  it('has no drawing where a lesson builds nothing', () => {
    const [lesson] = lessons;
    expect(afterEdit({ blocks: [], predictions: [], scene: lesson!.scene })).toBeUndefined();
  });
});
