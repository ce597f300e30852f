import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveImage } from '../registry/index.ts';
import type { Scenario, SeriesEdit } from './scenario.ts';
import { commit, commitPlan } from './series.ts';
import { currentState, openWorkspace } from './workspace.ts';

const edit = (label: string, weight: number, path = label): SeriesEdit => ({ label, weight, actions: [{ type: 'write', path, text: '{n}\n' }] });

const scene: Scenario = {
  slug: 'a',
  title: 'A',
  about: '',
  files: { Dockerfile: { text: 'FROM alpine\nCOPY a /\nRUN sleep 2\nCOPY b /\n' }, a: { text: '' }, b: { text: '' } },
  dockerfile: 'Dockerfile',
  options: {},
  begins: 0,
  prologue: [{ type: 'build' }],
};

describe('a plan of commits', () => {
  it('has each kind as often as its weight says', () => {
    const plan = commitPlan([edit('a', 70), edit('b', 20), edit('c', 10)], 10).map(({ label }) => label);
    expect(plan.filter((label) => label === 'a')).toHaveLength(7);
    expect(plan.filter((label) => label === 'b')).toHaveLength(2);
    expect(plan.filter((label) => label === 'c')).toHaveLength(1);
  });

  it('is never a whole commit short of a weight, at any point', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }), (weights) => {
        const edits = weights.map((weight, at) => edit(String(at), weight));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const plan = commitPlan(edits, 40);
        for (let length = 1; length <= 40; length++) {
          for (const one of edits) expect(plan.slice(0, length).filter((made) => made === one).length).toBeLessThan((one.weight / total) * length + 1);
        }
      }),
      { seed: 21, numRuns: 30 },
    );
  });

  it('is empty where nothing is edited', () => {
    expect(commitPlan([], 5)).toEqual([]);
  });
});

describe('a series of commits', () => {
  it('builds after each, on what the one before left in the cache', () => {
    const end = [edit('b', 1), edit('a', 1), edit('a', 1)].reduce((before, one, at) => commit(before, one, at + 1), openWorkspace(scene, resolveImage));
    const commits = currentState(end).builds.slice(1);
    const ran = commits.map(({ record }) => record.steps.filter((step) => step.state === 'rebuilt').map((step) => step.text));
    expect(ran).toEqual([['COPY b /'], ['COPY a /', 'RUN sleep 2', 'COPY b /'], ['COPY a /', 'RUN sleep 2', 'COPY b /']]);
    expect(commits[1]!.record.duration).toBeGreaterThan(commits[0]!.record.duration + 1900);
  });
});
