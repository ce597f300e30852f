import { describe, expect, it } from 'vitest';
import { explain } from '../insight/explain.ts';
import { earlierBuilds } from './earlier-builds.ts';
import { after, build, edit, on, opened } from './operations/fixture.ts';
import { currentState } from './workspace.ts';

const cache = 'localhost:5000/me/cache';
const done = after(
  opened(),
  build(),
  on('ci'),
  build({ cacheTo: [{ type: 'registry', to: cache, mode: 'max' }] }),
  on('laptop'),
  edit('main.txt', 'other\n'),
  build(),
  on('ci'),
  build(),
  on('ci2'),
  build({ cacheFrom: [{ type: 'registry', from: cache }] }),
);
const state = currentState(done);
const numbers = (of: number | 'next') => earlierBuilds(state, of).map(({ record }) => record.number);

describe('what a build is explained by', () => {
  it('is what was built on its machine, and nothing for a job of its own', () => {
    expect([numbers(1), numbers(3), numbers(4), numbers('next')]).toEqual([[], [1], [], []]);
  });

  it('is what exported a cache, for one that imports', () => {
    expect(numbers(5)).toEqual([2]);
  });

  it('says of a runner’s step that nothing was built there, and of one that imports which file has another mode', () => {
    const why = (number: number, step: string) => explain(earlierBuilds(state, number), state.builds[number - 1]!, step);
    expect(why(4, '0.3')?.cause).toBe('never-built');
    expect(why(5, '0.3')?.files).toMatchObject([{ path: 'deps.txt', kind: 'mode', before: { mode: 0o644 }, after: { mode: 0o664 } }]);
  });
});
