import { describe, expect, it } from 'vitest';
import { resolveImage } from '../registry/index.ts';
import { dirOf, file } from '../fs/index.ts';
import { build, type BuildResult } from '../solver/build.ts';
import { emptyStore, type CacheStore } from '../solver/cache-store.ts';
import type { BuildRecord } from '../solver/record.ts';
import { criticalPath } from './critical-path.ts';

const begins = Date.UTC(2026, 8, 1);

function run(dockerfile: string, store: CacheStore = emptyStore): BuildResult {
  const context = dirOf([['Dockerfile', file(dockerfile)], ['a.txt', file('a')]]);
  return build({ number: 1, options: {}, context, dockerfilePath: 'Dockerfile', resolve: resolveImage, store, now: begins });
}

/** Ids of the steps that work on the path, each once where it does so in a row. */
function stepsOn(record: BuildRecord): readonly string[] {
  const steps = criticalPath(record).flatMap(({ step, waiting }) => (step === undefined || waiting ? [] : step));
  return steps.filter((step, i) => step !== steps[i - 1]);
}

/** The path begins with the build, ends with it, and has no holes. */
function expectWhole(record: BuildRecord): void {
  const path = criticalPath(record);
  expect(path.map(({ started }) => started)).toEqual([0, ...path.slice(0, -1).map(({ completed }) => completed)]);
  expect(path.reduce((sum, { started, completed }) => sum + completed - started, 0)).toBe(record.duration);
}

const linear = 'FROM alpine:3.20\nCOPY a.txt /\nRUN sleep 1\nRUN sleep 2\n';
const fork = `FROM alpine:3.20 AS fast
RUN sleep 1
FROM alpine:3.20 AS slow
RUN sleep 5
FROM alpine:3.20
COPY --from=fast /etc/hostname /a
COPY --from=slow /etc/hostname /b
RUN sleep 1
`;

describe('the critical path', () => {
  it('is every step of a build that has only one way', () => {
    const { record } = run(linear);
    expect(stepsOn(record).slice(-2)).toEqual(['0.3', '0.4']);
    expectWhole(record);
  });

  it('goes through the slower of two stages', () => {
    const { record } = run(fork);
    const steps = stepsOn(record);
    expect(steps).toContain('1.2');
    expect(steps).not.toContain('0.2');
    expect(steps.slice(-2)).toEqual(['2.3', '2.4']);
    expectWhole(record);
  });

  it('ends at the step that failed', () => {
    const { record } = run('FROM alpine:3.20\nRUN sleep 1\nRUN sleep 1 && false\nRUN sleep 9\n');
    expect(record.ok).toBe(false);
    expect(stepsOn(record).slice(-2)).toEqual(['0.2', '0.3']);
    expectWhole(record);
  });

  it('has no step of a build that found everything', () => {
    const { record } = run(linear, run(linear).store);
    expect(stepsOn(record).filter((step) => step !== '0.1')).toEqual([]);
    expectWhole(record);
  });

  it('goes through what made room for a step that had no worker', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const stages = names.map((name) => `FROM alpine:3.20 AS ${name}\nRUN sleep 3 # ${name}\n`).join('');
    const { record } = run(`${stages}FROM alpine:3.20\n${names.map((name) => `COPY --from=${name} /etc/hostname /${name}\n`).join('')}`);
    const runs = stepsOn(record).filter((id) => record.steps.find((step) => step.id === id)?.keyword === 'RUN');
    expect(new Set(runs).size).toBe(2);
    expectWhole(record);
  });

  it('is empty where nothing took time', () => {
    const { record } = run(linear);
    expect(criticalPath({ ...record, events: [], vertices: [], duration: 0 })).toEqual([]);
  });
});
