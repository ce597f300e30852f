import { describe, expect, it } from 'vitest';
import { edited, mainStates, readmeStates, recordWith } from '#lib/workbench/workbench.fixture.ts';
import { buildName, outcomeOf } from './outcome.ts';

const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('a build in few words', () => {
  it('says what the next build will do, and that its time is modelled', () => {
    const { lead, detail, tone } = outcomeOf(recordWith(3, mainStates, true));
    expect([lead, plain(detail), tone]).toEqual(['3 of 8 will rebuild', 'about 7.6 s, modelled', 'work']);
  });

  it('says so where nothing will happen', () => {
    expect(outcomeOf(recordWith(3, Array(8).fill('cached'), true)).lead).toBe('Nothing will rebuild');
  });

  it('says what a build did, and what became of the image', () => {
    expect(outcomeOf(recordWith(3, readmeStates), true)).toMatchObject({ lead: '2 of 8 rebuilt', detail: expect.stringContaining('image unchanged') });
    expect(outcomeOf(recordWith(3, mainStates), false).detail).toContain('new image');
  });

  it('names the step at which it fails', () => {
    expect(outcomeOf(recordWith(3, ['cached', 'cached', 'cached', 'failed', 'stopped', 'stopped', 'cached', 'stopped']))).toEqual({ lead: 'The build failed', detail: 'at RUN, line 4', tone: 'failed' });
  });

  it('never counts a step that was not needed', () => {
    expect(outcomeOf(recordWith(1, ['not-needed', 'not-needed', 'not-needed', 'not-needed', 'not-needed', 'not-needed', 'rebuilt', 'rebuilt'])).lead).toBe('2 of 2 rebuilt');
  });

  it('names a build of the strip in full', () => {
    expect(plain(buildName(edited.builds[1]!))).toBe('Build 2: 6 cached, 2 rebuilt, 7.6 s, same image as build 1');
  });
});
