import { describe, expect, it } from 'vitest';
import { between, mergeNotes, noteText, writeNote } from './notes.ts';
import type { Notes } from './progress.ts';

const write = (before: Notes | undefined, by: string, at: number, text: string) => writeNote(before, by, at, text)!;

describe('notes', () => {
  it('say what was written last, also when that is less', () => {
    const long = write(undefined, 'tab', 1, 'COPY compares content. RUN compares its parent.');
    const short = write(long, 'tab', 2, 'COPY compares content.');
    expect(noteText(mergeNotes(long, short))).toBe('COPY compares content.');
    expect(noteText(mergeNotes(short, write(short, 'tab', 3, '')))).toBe('');
  });

  it('keep both texts that were written at once, in the same order everywhere', () => {
    const common = write(undefined, 'one', 1, 'start');
    const [mine, yours] = [write(common, 'one', 2, 'mine'), write(common, 'two', 3, 'yours')];
    expect(noteText(mergeNotes(mine, yours))).toBe(`mine${between}yours`);
    expect(mergeNotes(yours, mine)).toEqual(mergeNotes(mine, yours));
    expect(mergeNotes(mergeNotes(mine, yours), yours)).toEqual(mergeNotes(mine, yours));
  });

  it('keep one text where the other contains it', () => {
    const [one, two] = [write(undefined, 'one', 1, 'layers'), write(undefined, 'two', 2, 'layers and their order')];
    expect(noteText(mergeNotes(one, two))).toBe('layers and their order');
    expect(noteText(mergeNotes(one, write(undefined, 'two', 2, 'layers')))).toBe('layers');
  });

  it('are one again once somebody who read both has written', () => {
    const both = mergeNotes(write(undefined, 'one', 1, 'mine'), write(undefined, 'two', 2, 'yours'));
    const settled = write(both, 'one', 3, 'ours');
    expect(noteText(mergeNotes(settled, both))).toBe('ours');
  });

  it('change nothing when the same is written again, and grow with a clock that goes back', () => {
    const notes = write(undefined, 'tab', 10, 'same');
    expect(writeNote(notes, 'tab', 11, 'same')).toBe(notes);
    const later = write(notes, 'tab', 3, 'later');
    expect(noteText(mergeNotes(notes, later))).toBe('later');
  });
});
