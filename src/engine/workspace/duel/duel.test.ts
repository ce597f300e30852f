import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenario as goTwoStages } from '#scenarios/go-two-stages/scenario.ts';
import { scenario as nodeExpress } from '#scenarios/node-express/scenario.ts';
import { resolveImage } from '../../registry/index.ts';
import type { Action } from '../action.ts';
import type { Scenario } from '../scenario.ts';
import { inVersion } from '../versions.ts';
import { currentState, dispatch, openWorkspace, type Workspace } from '../workspace.ts';
import { duel } from './duel.ts';
import type { DuelOutcome } from './outcome.ts';
import { roundsOf } from './series.ts';
import type { DuelSeries, DuelSide } from './setup.ts';
import { duelStarts } from './starts.ts';

const slow = 'FROM alpine:3.22\nCOPY . /src\nRUN sleep 9\n';
const fast = 'FROM alpine:3.22\nRUN sleep 9\nCOPY . /src\n';

const scene: Scenario = {
  slug: 'a', title: 'A', about: '', dockerfile: 'Dockerfile', options: {}, begins: 0,
  files: { Dockerfile: { text: slow }, a: { text: 'start\n' }, b: { text: 'start\n' } },
  edits: [
    { label: 'a', weight: 75, actions: [{ type: 'write', path: 'a', text: '{n}\n' }] },
    { label: 'b', weight: 25, actions: [{ type: 'write', path: 'b', text: '{n}\n' }] },
  ],
};

const side = (text: string): DuelSide => ({ files: { Dockerfile: { text } } });
const four: DuelSeries = { kind: 'scene', rounds: 4 };
const open = (scenario: Scenario = scene) => openWorkspace(scenario, resolveImage);

function after(start: Workspace, ...actions: readonly Action[]): Workspace {
  return actions.reduce((at, action) => {
    const done = dispatch(at, action);
    if (!done.ok) throw new Error(`cannot ${action.type}`);
    return done.workspace;
  }, start);
}

describe('a duel', () => {
  it('says who is ahead, by how much a commit, and in which rounds', () => {
    const { outcome } = duel(open(), { left: side(slow), right: side(fast), series: four });
    expect(outcome.rounds.map(({ faster }) => faster)).toEqual(['right', 'right', 'right', 'right']);
    expect(outcome.verdict).toMatchObject({ kind: 'ahead', side: 'right' });
    const { left, right } = outcome.totals;
    expect(left.perCommit - right.perCommit).toBeGreaterThan(8_500);
    expect(left.perCommit - right.perCommit).toBeLessThan(9_500);
    expect([left.won, right.won, left.rounds, right.rounds]).toEqual([0, 4, 4, 4]);
    expect(outcome.rounds[0]!.left!.steps.map(({ state }) => state)).toEqual(['cached', 'rebuilt', 'rebuilt']);
    expect(outcome.rounds[0]!.right!.steps.map(({ state }) => state)).toEqual(['cached', 'cached', 'rebuilt']);
  });

  it('has the same files on both sides, although each has its own Dockerfile in them', () => {
    const { outcome } = duel(open(), { left: side(slow), right: side(fast), series: four });
    expect(outcome.rounds.every(({ sameFiles }) => sameFiles)).toBe(true);
    expect(outcome.files).toEqual({ left: 0, right: 0, changed: 0, paths: [] });
  });

  it('names the files that one image alone has', () => {
    const { outcome } = duel(open(), { left: side(slow), right: side('FROM alpine:3.22\nCOPY a /src/\nRUN echo x > /made\n'), series: four });
    expect(outcome.files).toMatchObject({ left: 2, right: 1, changed: 0 });
    expect(outcome.files!.paths).toContain('src/b');
  });

  it('is even where both sides are the same', () => {
    expect(duel(open(), { left: side(fast), right: side(fast), series: four }).outcome.verdict).toEqual({ kind: 'tie' });
  });

  it('stops a side whose Dockerfile cannot be read, and lets the other go on', () => {
    const { outcome, findings } = duel(open(), { left: side('FROM alpine:3.22\nCOPPY . .\n'), right: side(fast), series: four });
    expect(outcome.verdict).toEqual({ kind: 'failed', side: 'left', round: 0 });
    expect(outcome.first.left.error).toContain('unknown instruction: COPPY');
    expect(findings.left.some(({ severity }) => severity === 'error')).toBe(true);
    expect(outcome.rounds.map(({ left, right }) => [left, right?.ok])).toEqual(Array(4).fill([undefined, true]));
    expect(outcome.totals.left.rounds).toBe(0);
  });

  it('stops a side in the round in which its build fails', () => {
    const picky = 'FROM alpine:3.22\nCOPY b /b\nRUN grep -q start /b\n';
    const { outcome } = duel(open(), { left: side(picky), right: side(fast), series: four });
    const failed = outcome.rounds.findIndex(({ label }) => label === 'b') + 1;
    expect(outcome.verdict).toEqual({ kind: 'failed', side: 'left', round: failed });
    expect(outcome.rounds.filter(({ left }) => left !== undefined)).toHaveLength(failed);
    expect(outcome.totals.left.rounds).toBe(failed - 1);
    expect(outcome.totals.right.rounds).toBe(4);
  });

  it('has a verdict where nothing is edited and where nothing can be built', () => {
    expect(duel(open({ ...scene, edits: [] }), { left: side(slow), right: side(fast), series: four }).outcome.verdict).toEqual({ kind: 'no-edits' });
    expect(duel(open(), { left: side(''), right: side('FROM'), series: four }).outcome).toMatchObject({ verdict: { kind: 'both-failed' }, rounds: [] });
  });

  it('is a plain value, the same each time, and leaves the workspace as it was', () => {
    const workspace = open();
    const before = currentState(workspace);
    const run = () => duel(open(), { left: side(slow), right: side(fast), series: four }).outcome;
    expect(JSON.parse(JSON.stringify(run()))).toEqual(run());
    duel(workspace, { left: side(slow), right: side(fast), series: four });
    expect(currentState(workspace)).toBe(before);
  });
});

describe('the totals of a duel', () => {
  const scenes = [goTwoStages, inVersion(nodeExpress, 'bad'), inVersion(nodeExpress, 'good')];

  it('are those of building the same commits in a fresh workspace', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scenes), fc.integer({ min: 1, max: 5 }), (scenario, rounds) => {
        const workspace = openWorkspace({ ...scenario, prologue: [] }, resolveImage);
        const own: DuelSide = { files: { Dockerfile: { text: scenario.files['Dockerfile']!.text! } } };
        const { outcome } = duel(workspace, { left: own, right: own, series: { kind: 'scene', rounds } });
        const plan = roundsOf(workspace, { kind: 'scene', rounds }, new Set()).edits;
        const commits = plan.flatMap(({ label }, at): Action[] => [{ type: 'commit', edit: label!, n: at + 1 }, { type: 'build' }]);
        const builds = currentState(after(workspace, { type: 'build' }, ...commits)).builds.map(({ record }) => record);
        expect(outcome.first.left.duration).toBe(builds[0]!.duration);
        expect(outcome.rounds.map(({ left }) => left!.duration)).toEqual(builds.slice(1).map(({ duration }) => duration));
        expect(outcome.totals.left).toEqual(outcome.totals.right);
        expect(outcome.totals.left.milliseconds).toBe(builds.slice(1).reduce((sum, { duration }) => sum + duration, 0));
        expect(outcome.totals.left.rebuilt).toBe(builds.slice(1).flatMap(({ steps }) => steps).filter(({ state }) => state === 'rebuilt').length);
      }),
      { seed: 25, numRuns: 6 },
    );
  });

  it('count as new only the layers that no earlier image of the side had', () => {
    const { rounds } = duel(open(), { left: side(slow), right: side(fast), series: four }).outcome;
    for (const { right } of rounds) {
      expect(right!.newBytes).toBeGreaterThan(0);
      expect(right!.newBytes).toBeLessThan(right!.imageBytes / 2);
    }
  });
});

describe('the series of a duel', () => {
  const labels = (outcome: DuelOutcome) => outcome.rounds.map(({ label, paths }) => label ?? paths.join(' '));

  it('are the kinds of commit of the scene by their weights', () => {
    const { outcome } = duel(open(), { left: side(slow), right: side(fast), series: four });
    expect(labels(outcome).filter((label) => label === 'a')).toHaveLength(3);
    expect(labels(outcome).filter((label) => label === 'b')).toHaveLength(1);
  });

  it('are the edits that were made here, a round for each build, without those of the Dockerfile', () => {
    const workspace = after(open({ ...scene, prologue: [{ type: 'build' }] }), { type: 'write', path: 'a', text: '2' }, { type: 'build' }, { type: 'write', path: 'Dockerfile', text: fast }, { type: 'build' }, { type: 'write', path: 'b', text: '2' }, { type: 'touch', path: 'a' });
    const { outcome } = duel(workspace, { left: side(slow), right: side(fast), series: { kind: 'log' } });
    expect(outcome.rounds.map(({ paths }) => paths)).toEqual([['a'], ['b']]);
    expect(outcome.rounds.every(({ left }) => left!.steps[1]!.state === 'rebuilt')).toBe(true);
  });

  it('are files of one’s own with weights, those that are not there left out', () => {
    const series: DuelSeries = { kind: 'files', rounds: 3, files: [{ path: 'a', weight: 2 }, { path: 'b', weight: 1 }, { path: 'nowhere', weight: 9 }, { path: 'Dockerfile', weight: 9 }] };
    const { outcome } = duel(open(), { left: side(slow), right: side(fast), series });
    expect(labels(outcome).sort()).toEqual(['a', 'a', 'b']);
    expect(outcome.rounds.every(({ right }) => right!.rebuilt === 1)).toBe(true);
  });

  it('are never longer than fifty rounds, whatever was asked for', () => {
    expect(roundsOf(open(), { kind: 'scene', rounds: 1e9 }, new Set()).edits).toHaveLength(50);
    expect(roundsOf(open(), { kind: 'scene', rounds: -1 }, new Set()).edits).toHaveLength(0);
  });
});

describe('what a side can begin with', () => {
  it('is the project’s Dockerfile and the scene’s two, with every file in which those differ', () => {
    const { starts, series } = duelStarts(open(inVersion(nodeExpress, 'bad')), []);
    expect(starts.map(({ id }) => id)).toEqual(['now', 'bad', 'good']);
    expect(starts[1]!.side.files['.dockerignore']).toBeNull();
    expect(starts[2]!.side.files['.dockerignore']?.text).toContain('node_modules');
    expect(series).toEqual({ scene: true, log: false });
  });

  it('offers files to edit, those that nobody edits by hand last', () => {
    const { paths } = duelStarts(open({ ...scene, files: { ...scene.files, '.git/HEAD': { text: '' }, 'node_modules/a': { text: '' }, z: { text: '' } } }), []);
    expect(paths).toEqual(['a', 'b', 'z', '.git/HEAD', 'node_modules/a']);
  });

  it('is the Dockerfile of an earlier build where that was another, and what advice proposes', () => {
    const workspace = after(open(), { type: 'build' }, { type: 'write', path: 'Dockerfile', text: fast });
    const advice = { diagnostic: { code: 'advice/x', severity: 'advice', message: { id: 'advice.one' }, hint: { id: 'advice.one' }, range: { from: 0, to: 4 }, lines: [{ first: 2, last: 2 }] }, edit: { range: { from: 0, to: 4 }, replacement: 'from' }, saves: { milliseconds: 5 } } as const;
    const { starts } = duelStarts(workspace, [advice]);
    expect(starts.map(({ id, from }) => [id, from.kind])).toEqual([['now', 'now'], ['advice-1', 'advice'], ['build-1', 'build']]);
    expect(starts[1]!.side.files['Dockerfile']?.text).toBe(`from${fast.slice(4)}`);
    expect(starts[2]!.side.files['Dockerfile']?.text).toBe(slow);
  });
});
