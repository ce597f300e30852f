import { describe, expect, it } from 'vitest';
import { lessonFolders } from './lesson-folder.ts';

const file = (path: string, text = 'x') => ({ path, text });

describe('what was dropped', () => {
  it('is a lesson under the name of its folder, without hidden files', () => {
    expect(lessonFolders({ name: 'order', files: [file('lesson.md'), file('.git/HEAD'), file('exercises/.a.yaml.swp'), file('exercises/a.yaml'), { path: 'exercises', dir: true }] })).toEqual([
      { slug: 'order', files: { 'lesson.md': 'x', 'exercises/a.yaml': 'x' } },
    ]);
  });

  it('is every lesson in it, where it is a folder of folders', () => {
    const found = lessonFolders({ name: 'lessons', files: [file('README.md'), file('b/lesson.md'), file('a/lesson.md'), file('a/scene.yaml')] });
    expect(found).toEqual([{ slug: 'a', files: { 'lesson.md': 'x', 'scene.yaml': 'x' } }, { slug: 'b', files: { 'lesson.md': 'x' } }]);
  });

  it('is given to the reader as it is where it has no lesson.md, which says so', () => {
    expect(lessonFolders({ name: 'x', files: [file('a.txt')] })).toEqual([{ slug: 'x', files: { 'a.txt': 'x' } }]);
  });

  it('says of bytes that are no text that they are none', () => {
    expect(lessonFolders({ name: 'x', files: [{ path: 'lesson.md', base64: '/w==' }] })[0]?.files['lesson.md']).toContain('\0');
  });
});
