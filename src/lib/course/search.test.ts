import { describe, expect, it } from 'vitest';
import type { Lesson } from '#lib/lessons/lesson.ts';
import { runs, searchOf } from './search.ts';
import { searchEntries, textOf } from './search-entries.ts';

const lesson = {
  slug: 'order-for-cache', title: 'Order for cache', summary: 'Put steps so that the commonest edit reruns the cheapest work.', level: 'beginner', minutes: 14, xp: 60, tags: ['docker'], order: 2, needs: [],
  blocks: [
    { kind: 'heading', id: 'theory', text: 'Theory' },
    { kind: 'prose', html: '<p>Time stamps never count; &#x3C;mode&#x3E; bits do.</p><p>Manifests &amp; locks first.</p>' },
    { kind: 'exercise', exercise: 'a-reorder' },
    { kind: 'heading', id: 'cheat-sheet', text: 'Cheat sheet' },
    { kind: 'cheatsheet', rows: [{ code: 'docker builder prune', says: '<p>forgets</p>' }] },
    { kind: 'reveal', id: 'why-order', question: '<p>Why does order matter?</p>', answer: '<p>Keys stand on keys.</p>' },
  ],
  exercises: [{ id: 'a-reorder', title: 'Reorder', task: '<p>Leave <code>npm ci</code> cached.</p>', checks: [{ id: 'x', says: 'Editing a source file leaves npm ci cached' }], hints: [{ id: 'h', rungs: ['secret hint'] }], solutions: [], wrong: [] }],
  predictions: [], quizzes: [],
} as unknown as Lesson;

const entries = searchEntries(lesson);
const find = (query: string) => searchOf(entries)(query).map(({ entry }) => `${entry.kind} ${entry.anchor}`);

describe('what can be found of a lesson', () => {
  it('is its prose by section, its exercises, interview questions and commands, where they stand', () => {
    expect(entries.map(({ kind, anchor, title }) => [kind, anchor, title])).toEqual([
      ['lesson', '', 'Order for cache'],
      ['exercise', 'exercise-a-reorder', 'Reorder'],
      ['section', 'theory', 'Theory'],
      ['command', 'cheat-sheet', 'docker builder prune'],
      ['question', 'why-order', 'Why does order matter?'],
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it('gives away no hint and no solution', () => {
    expect(JSON.stringify(entries)).not.toContain('secret');
  });

  it('has the words of HTML as they are read', () => {
    expect(textOf('<p>a&#x3C;b &amp;&amp; <code>c</code>d</p><ul><li>e</li><li>f</li></ul>')).toBe('a<b && cd e f');
  });
});

describe('searching', () => {
  it('finds words by their beginning and with a typo, all of them together', () => {
    expect(find('stamps')).toEqual(['section theory']);
    expect(find('manif')).toEqual(['section theory']);
    expect(find('manfests')).toEqual(['section theory']);
    expect(find('docker prune')).toEqual(['command cheat-sheet']);
    expect(find('stamps prune')).toEqual([]);
  });

  it('has a title before a text', () => {
    expect(find('order')[0]).toBe('lesson ');
  });

  it('finds nothing for nothing', () => {
    expect([find(''), find('   '), find('zzzzzz')]).toEqual([[], [], []]);
  });

  it('marks what was found, and nothing else', () => {
    expect(runs('Keys stand on keys.', ['keys'])).toEqual([{ text: 'Keys', hit: true }, { text: ' stand on ', hit: false }, { text: 'keys', hit: true }, { text: '.', hit: false }]);
    const [found] = searchOf(entries)('manfests');
    expect(found!.excerpt.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['Manifests']);
  });
});
