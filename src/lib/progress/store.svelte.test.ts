import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { canonical } from './canonical.ts';
import { between } from './notes.ts';
import { emptyProgress, noteLimit, type Progress } from './progress.ts';
import { asideKey, olderKey, progressKey, readAside } from './storage.ts';
import { ProgressStore } from './store.svelte.ts';

let closing: (() => void)[] = [];
const open = () => {
  const store = new ProgressStore();
  closing.push(store.open());
  return store;
};
const stored = () => JSON.parse(localStorage.getItem(progressKey) ?? 'null') as Progress;
/** What the browser tells every other tab. */
const tell = () => dispatchEvent(new StorageEvent('storage', { key: progressKey, newValue: localStorage.getItem(progressKey) }));
const refuse = () =>
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
const attempt = { checks: ['one', 'two'], passed: true, moves: 3, seconds: 40 };

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: 1000 });
});
afterEach(() => {
  for (const close of closing) close();
  closing = [];
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('progress in this browser', () => {
  it('is there again for the next page', () => {
    const store = open();
    store.opened('go');
    store.hinted('go', 'a', 2);
    store.tried('go', 'a', { ...attempt, passed: false, checks: ['one'] });
    store.tried('go', 'a', attempt);
    store.answered('go', 'q', { right: 1, of: 2, answers: { 'npm ci': 'miss' }, beliefs: { 'mtime-breaks-cache': { met: 1, wrong: 1 } } });
    const next = open();
    expect(next.lesson('go')).toEqual({
      opened: 1000,
      exercises: { a: { passed: 1000, best: { moves: 3, seconds: 40 }, checks: ['one', 'two'], hints: 2, tries: 2 } },
      questions: { q: { at: 1000, right: 1, of: 2, answers: { 'npm ci': 'miss' }, beliefs: ['mtime-breaks-cache'] } },
    });
    expect(next.current.beliefs.sessions).toMatchObject([{ scene: 'go', beliefs: { 'mtime-breaks-cache': { met: 1, wrong: 1 } } }]);
  });

  it('keeps the first answer to a question, and counts it once', () => {
    const store = open();
    store.answered('go', 'q', { right: 0, of: 1, answers: [2], beliefs: {} });
    store.answered('go', 'q', { right: 1, of: 1, answers: [0], beliefs: {} });
    expect(store.lesson('go').questions['q']!.right).toBe(0);
    expect(store.current.beliefs.sessions).toHaveLength(1);
  });

  it('has no best of an exercise whose solution was shown', () => {
    const store = open();
    store.shown('go', 'a');
    store.tried('go', 'a', attempt);
    expect(store.exercise('go', 'a').best).toBeUndefined();
  });

  it('writes notes within half a second, and at once when the page goes away', () => {
    const store = open();
    store.note('go', 'C');
    store.note('go', 'COPY');
    expect([store.saved, stored()]).toEqual(['saving', null]);
    vi.advanceTimersByTime(500);
    expect([store.saved, stored().lessons['go']!.notes!.versions[0]!.text]).toEqual(['saved', 'COPY']);
    store.note('go', 'COPY asks');
    dispatchEvent(new Event('pagehide'));
    expect(open().noteText('go')).toBe('COPY asks');
  });

  it('keeps notes of two tabs that were typed at once', () => {
    const [one, other] = [open(), open()];
    one.note('go', 'mine');
    other.note('go', 'yours');
    vi.advanceTimersByTime(500);
    tell();
    for (const store of [one, other, open()]) expect(store.noteText('go').split(between).sort()).toEqual(['mine', 'yours']);
  });

  it('keeps what two tabs wrote also where it is longer than a note may be', () => {
    const [one, other] = [open(), open()];
    one.note('go', 'a'.repeat(noteLimit + 5));
    other.note('go', 'b'.repeat(noteLimit));
    vi.advanceTimersByTime(500);
    tell();
    const both = one.noteText('go');
    one.note('go', both.slice(0, -1));
    expect([both.length, one.noteText('go').length]).toEqual([2 * noteLimit + between.length, both.length - 1]);
  });

  it('brings back what a tab lost to another that wrote at the same moment', () => {
    const store = open();
    store.tried('go', 'a', attempt);
    localStorage.setItem(progressKey, canonical({ ...emptyProgress, lessons: { other: { opened: 1, exercises: {}, questions: {} } } }));
    tell();
    expect(Object.keys(stored().lessons)).toEqual(['go', 'other']);
  });

  it('goes on in memory where the browser refuses, says so, and tries again with the next change', () => {
    const store = open();
    const refusing = refuse();
    store.tried('go', 'a', attempt);
    expect([store.saved, store.exercise('go', 'a').passed]).toEqual(['failed', 1000]);
    refusing.mockRestore();
    store.opened('go');
    expect([store.saved, stored().lessons['go']!.exercises['a']!.passed]).toEqual(['saved', 1000]);
  });

  it('says so too where the browser lets nothing be read', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const store = open();
    store.note('go', 'text');
    vi.advanceTimersByTime(500);
    expect([store.saved, store.noteText('go')]).toEqual(['failed', 'text']);
  });

  it('sets what is broken aside, reports it once, and keeps the rest', () => {
    localStorage.setItem(progressKey, JSON.stringify({ ...emptyProgress, lessons: { good: { opened: 1, exercises: {}, questions: {} }, bad: { exercises: 7 } } }));
    const store = open();
    expect(store.reports.map(({ id }) => id)).toEqual(['course.aside-lesson']);
    expect(Object.keys(store.current.lessons)).toContain('good');
    expect(readAside(localStorage)).toEqual([{ why: 'course.aside-lesson', value: { bad: { exercises: 7 } } }]);
    expect(open().reports).toEqual([]);
  });

  it('never writes over what it could not set aside', () => {
    const broken = '{"version":9}';
    localStorage.setItem(progressKey, broken);
    const refusing = vi.spyOn(Storage.prototype, 'setItem').mockImplementation((key: string) => {
      if (key === asideKey) throw new DOMException('full', 'QuotaExceededError');
    });
    const store = open();
    store.opened('go');
    refusing.mockRestore();
    expect([store.saved, localStorage.getItem(progressKey)]).toEqual(['failed', broken]);
  });

  it('takes over the score that was kept alone, once', () => {
    localStorage.setItem(olderKey, JSON.stringify({ version: 1, resetAt: 0, sessions: [{ id: 'a', at: 1, scene: 'go', right: 1, of: 1, beliefs: {} }] }));
    open();
    expect([stored().beliefs.sessions.length, localStorage.getItem(olderKey)]).toEqual([1, null]);
  });

  it('is thrown away in every tab, and comes back with what was done since', () => {
    const [store, other] = [open(), open()];
    store.tried('go', 'a', attempt);
    tell();
    const back = store.reset();
    tell();
    expect([store.current.lessons, other.current.lessons]).toEqual([{}, {}]);
    other.opened('later');
    tell();
    back();
    tell();
    expect(Object.keys(other.current.lessons).sort()).toEqual(['go', 'later']);
  });

  it('keeps the word that is being typed while another tab throws everything away', () => {
    const [store, other] = [open(), open()];
    store.note('go', 'typed');
    other.reset();
    vi.advanceTimersByTime(500);
    expect(open().noteText('go')).toBe('typed');
  });

  it('merges a file in and says what it brought', () => {
    const store = open();
    store.tried('go', 'a', attempt);
    const file = store.export();
    store.reset();
    expect(store.import(file)).toEqual({ id: 'course.import-brought', values: { exercises: 1, questions: 0, notes: 0 } });
    expect(open().exercise('go', 'a').passed).toBe(1000);
  });
});
