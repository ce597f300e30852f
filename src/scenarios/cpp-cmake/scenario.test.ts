import { describe, expect, it } from 'vitest';
import { commit } from '#engine/workspace/series.ts';
import { fileIn, firstBuild, lastBuild, megabytes, notSimulated, opened, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const ship = 'COPY --from=build /usr/local/bin/encoder /usr/local/bin/encoder';

describe('the bad version', () => {
  it.each(['main.cpp', 'the README'])('compiles the library and the program again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toHaveLength(3);
  });

  it('ships the compiler', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(megabytes(built)).toBeGreaterThan(1450);
  });
});

describe('the good version', () => {
  it('compiles one unit after an edit, with the others from the compiler cache', () => {
    const first = firstBuild(scenario, 'good');
    const next = lastBuild(commit(opened(scenario, 'good'), scenario.edits![0]!, 7));
    const took = ({ record }: typeof first) => record.steps.filter(({ name }) => name.includes('ccache &&')).map(({ started = 0, completed = 0 }) => completed - started)[0]!;
    expect(took(first)).toBeGreaterThan(90_000);
    expect(took(next)).toBeLessThan(10_000);
    expect(rerunBy(scenario, 'good', 'main.cpp').slice(-1)).toEqual([ship]);
  });

  it('runs nothing after an edit of the README', () => {
    expect(rerunBy(scenario, 'good', 'the README')).toEqual([]);
  });

  it('ships the program, and no object of it', () => {
    const built = firstBuild(scenario, 'good');
    expect(notSimulated(built)).toEqual([]);
    expect(fileIn(built, '/usr/local/bin/encoder')).toMatchObject({ mode: 0o755 });
    expect(megabytes(built)).toBeLessThan(30);
  });
});
