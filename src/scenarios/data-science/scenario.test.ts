import { describe, expect, it } from 'vitest';
import { fileIn, firstBuild, megabytes, notSimulated, rerunBy } from '../trial.ts';
import { scenario } from './scenario.ts';

const heavy = ['COPY requirements-heavy.txt ./', 'RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements-heavy.txt'];
const light = ['COPY requirements.txt ./', 'RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt'];
const SITE = '/usr/local/lib/python3.13/site-packages';

describe('the bad version', () => {
  it.each(['a script', 'a notebook', 'the data', 'a light requirement'])('installs everything again after an edit of %s', (label) => {
    expect(rerunBy(scenario, 'bad', label)).toEqual(['COPY . .', 'RUN pip install -r requirements.txt']);
  });

  it('takes minutes and more than ten gigabytes', () => {
    const built = firstBuild(scenario, 'bad');
    expect(notSimulated(built)).toEqual([]);
    expect(built.record.steps.find((step) => step.name.includes('pip install'))!.completed! / 1000).toBeGreaterThan(240);
    expect(megabytes(built)).toBeGreaterThan(10_000);
  });
});

describe('the good version', () => {
  it.each([
    ['a script', ['COPY src ./src']],
    ['a notebook', []],
    ['the data', []],
    ['a light requirement', [...light, 'COPY src ./src']],
    ['a heavy requirement', [...heavy, ...light, 'COPY src ./src']],
  ])('runs after an edit of %s only what reads it', (label, steps) => {
    expect(rerunBy(scenario, 'good', label)).toEqual(steps);
  });

  it('has the build for processors, the same other packages, and no data', () => {
    const [bad, good] = [firstBuild(scenario, 'bad'), firstBuild(scenario, 'good')];
    expect(notSimulated(good)).toEqual([]);
    expect(fileIn(good, `${SITE}/torch-2.9.1+cpu.dist-info`)).toBeDefined();
    expect(fileIn(good, `${SITE}/triton`)).toBeUndefined();
    for (const path of [`${SITE}/pandas/__init__.py`, `${SITE}/rich/__init__.py`, '/work/src/train.py']) expect(fileIn(good, path)).toHaveProperty('content', (fileIn(bad, path) as { content: unknown }).content);
    for (const path of ['/work/data', '/work/notebooks']) expect(fileIn(good, path)).toBeUndefined();
    expect(megabytes(good)).toBeLessThan(1400);
  });
});
