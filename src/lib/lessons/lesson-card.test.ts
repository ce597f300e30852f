import { describe, expect, it } from 'vitest';
import { lessonCard } from './lesson-card.ts';
import { readLesson } from './read/read-lesson.ts';
import { smallLesson } from './read/small-lesson.fixture.ts';

describe('the card of a lesson', () => {
  const read = readLesson('small', smallLesson);
  if (!read.ok) throw new Error('the small lesson has problems');
  const card = lessonCard(read.lesson);

  it('names what is asked for, and how many moves the shortest answer takes', () => {
    expect(card).toMatchObject({
      slug: 'small', needs: [], order: 1,
      exercises: [{ id: 'a-order', title: 'Order', checks: [{ id: 'stays', says: 'COPY stays cached' }], par: 1 }],
      questions: [{ id: 'readme', kind: 'predict', of: 1 }],
    });
  });

  it('counts files, options and lines of an answer, but none that only read', () => {
    const [exercise] = read.lesson.exercises;
    const answers = [{ name: 'a', files: { a: null, b: { text: '' } }, options: {}, commands: ['docker build .', 'docker images', 'docker image ls app'] }, { name: 'b', commands: ['a', 'b', 'c', 'cat x > y'] }];
    expect(lessonCard({ ...read.lesson, exercises: [{ ...exercise!, solutions: answers }] }).exercises[0]?.par).toBe(4);
  });

  it('has none of the answers', () => {
    expect(JSON.stringify(card)).not.toContain('Ignore');
  });
});
