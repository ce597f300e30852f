import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { merge, tidy } from './merge.ts';
import { writeNote } from './notes.ts';
import { emptyExercise, emptyProgress, type Progress } from './progress.ts';
import { anyProgress } from './progress.fixture.ts';
import { exportProgress, importProgress } from './transfer.ts';

const done: Progress = {
  ...emptyProgress,
  lessons: {
    go: { exercises: { a: { ...emptyExercise, passed: 1, tries: 1 }, b: { ...emptyExercise, tries: 1 } }, questions: { q: { at: 1, right: 1, of: 1, answers: [0], beliefs: [] } }, notes: writeNote(undefined, 'tab', 1, 'text')! },
  },
};

describe('a file of progress', () => {
  it('brings to an empty browser what was exported, and nothing the second time', () => {
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const once = importProgress(emptyProgress, exportProgress(progress));
        expect(once.progress.lessons).toEqual(tidy(progress).lessons);
        expect(importProgress(once.progress, exportProgress(progress)).progress).toEqual(once.progress);
      }),
      { seed: 9 },
    );
  });

  it('says what it brought', () => {
    expect(importProgress(emptyProgress, exportProgress(done)).says).toEqual({ id: 'course.import-brought', values: { exercises: 1, questions: 1, notes: 1 } });
    expect(importProgress(tidy(done), exportProgress(done)).says).toEqual({ id: 'course.import-nothing' });
  });

  it('counts also when it is older than the last reset', () => {
    const after: Progress = { ...emptyProgress, epoch: 99, beliefs: { version: 1, resetAt: 50, sessions: [] } };
    const file: Progress = { ...done, beliefs: { version: 1, resetAt: 0, sessions: [{ id: 's', at: 1, scene: 'go', right: 1, of: 1, beliefs: {} }] } };
    const { progress } = importProgress(after, exportProgress(file));
    expect(merge(after, progress)).toEqual(progress);
    expect([progress.epoch, Object.keys(progress.lessons), progress.beliefs.sessions.length]).toEqual([99, ['go'], 1]);
  });

  it('changes nothing where it cannot be read, and says why', () => {
    for (const text of ['', 'not json', '[]', '{"version":7}', '{"some":"other file"}']) {
      const { progress, says } = importProgress(done, text);
      expect([progress, says.id]).toEqual([done, 'course.import-unreadable']);
    }
    expect(importProgress(done, exportProgress(emptyProgress)).says).toEqual({ id: 'course.import-empty' });
  });
});
