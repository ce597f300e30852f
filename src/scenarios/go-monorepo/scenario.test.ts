import { describe, expect, it } from 'vitest';
import { after, firstBuild, lastBuild, notSimulated, opened, ranIn, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const mail = { type: 'options', options: { tags: ['mail:1.0.0'], buildArgs: { SVC: 'mail' } } } as const;
const downloads = (steps: readonly string[]) => steps.filter((step) => step.includes('go mod download')).length;

describe('the bad version', () => {
  it.each(['this service', 'another service', 'a shared package'])('downloads again after an edit of %s', (label) => {
    expect(downloads(rerunBy(scenario, 'bad', label))).toBe(1);
  });

  it('downloads again for another service', () => {
    expect(downloads(ranIn(lastBuild(after(opened(scenario, 'bad'), mail))))).toBe(1);
  });
});

describe('the good version', () => {
  it.each([
    ['this service', 3],
    ['another service', 0],
    ['a shared package', 4],
    ['the README', 0],
  ])('runs after an edit of %s %i steps, and downloads nothing', (label, steps) => {
    const ran = rerunBy(scenario, 'good', label);
    expect(ran).toHaveLength(steps);
    expect(downloads(ran)).toBe(0);
  });

  it('shares the download with another service', () => {
    expect(notSimulated(firstBuild(scenario, 'good'))).toEqual([]);
    expect(downloads(ranIn(lastBuild(after(opened(scenario, 'good'), mail))))).toBe(0);
  });
});
