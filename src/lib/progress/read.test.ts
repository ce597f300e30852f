import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { canonical } from './canonical.ts';
import { tidy } from './merge.ts';
import { emptyProgress, type Progress } from './progress.ts';
import { anyProgress } from './progress.fixture.ts';
import { readProgress } from './read.ts';

const sound: Progress = tidy({
  ...emptyProgress,
  lessons: {
    'order-for-cache': { opened: 3, exercises: { 'a-reorder': { checks: ['one'], hints: 1, tries: 2, passed: 9 } }, questions: { q: { at: 4, right: 1, of: 2, answers: { 'npm ci': 'hit' }, beliefs: [] } } },
    multi: { exercises: {}, questions: {}, notes: { versions: [{ by: 'tab', at: 5, text: 'kept' }], seen: { tab: 5 } } },
  },
});
const broken = (slug: string, lesson: unknown) => JSON.stringify({ ...sound, lessons: { ...sound.lessons, [slug]: lesson } });
const ids = (text: string) => readProgress(text).aside.map(({ why }) => why.id);

describe('reading stored progress', () => {
  it('gives what was written', () => {
    expect(readProgress(canonical(sound))).toEqual({ progress: sound, aside: [] });
    fc.assert(
      fc.property(anyProgress, (progress) => {
        expect(readProgress(canonical(progress))).toEqual({ progress: tidy(progress), aside: [] });
      }),
      { seed: 9 },
    );
  });

  it('is empty where nothing is stored', () => {
    expect(readProgress(null)).toEqual({ progress: emptyProgress, aside: [] });
  });

  it('never throws, and hands back whatever it cannot use', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map((json) => `{"version":1,"epoch":0,"lessons":${json},"beliefs":${json}}`)), (text) => {
        const { aside } = readProgress(text);
        expect(aside.length).toBeGreaterThan(0);
        expect(readProgress(text).progress.lessons).toEqual({});
      }),
      { seed: 9 },
    );
  });

  it('sets a broken lesson aside and keeps all others', () => {
    for (const lesson of [null, 7, 'text', []]) {
      const { progress, aside } = readProgress(broken('build-context', lesson));
      expect(progress).toEqual(sound);
      expect(aside).toEqual([{ why: { id: 'course.aside-lesson', values: { lesson: 'build-context' } }, value: { 'build-context': lesson } }]);
    }
  });

  it('keeps of a broken lesson what is sound in it', () => {
    const { exercises, questions } = sound.lessons['order-for-cache']!;
    const { progress, aside } = readProgress(broken('order-for-cache', { opened: 3, exercises: { ...exercises, b: { tries: -1 } }, questions, surprise: true }));
    expect(progress).toEqual(sound);
    expect(aside).toHaveLength(1);
  });

  it('leaves a document of a newer version untouched, and says so', () => {
    const text = '{"version":2,"everything":"else"}';
    expect(readProgress(text)).toEqual({ progress: emptyProgress, aside: [{ why: { id: 'course.aside-newer', values: { version: 2 } }, value: text }] });
  });

  it('takes the score that was kept alone before there were lessons', () => {
    const beliefs = { version: 1, resetAt: 0, sessions: [{ id: 'a', at: 1, scene: 'go', right: 1, of: 2, beliefs: { 'mtime-breaks-cache': { met: 1, wrong: 0 } } }] };
    expect(readProgress(JSON.stringify(beliefs))).toEqual({ progress: { ...emptyProgress, beliefs }, aside: [] });
    expect(readProgress(JSON.stringify({ ...beliefs, sessions: [...beliefs.sessions, {}] })).progress.beliefs).toEqual(beliefs);
  });

  it('takes no name for a lesson that every object has, and none that is no name', () => {
    for (const slug of ['__proto__', 'constructor', 'toString', '', 'a b', '../x', 'x'.repeat(81)]) {
      expect(ids(`{"version":1,"epoch":0,"lessons":{${JSON.stringify(slug)}:{"exercises":{},"questions":{}}},"beliefs":{"version":1,"resetAt":0,"sessions":[]}}`), slug).toEqual(['course.aside-lesson']);
    }
  });

  it('takes no version of a note that its own vector does not know', () => {
    expect(ids(broken('multi', { exercises: {}, questions: {}, notes: { versions: [{ by: 'tab', at: 9, text: 'x' }], seen: { tab: 1 } } }))).toEqual(['course.aside-lesson']);
  });
});
