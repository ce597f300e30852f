import { describe, expect, it } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import { predict } from '#engine/workspace/describe.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { defaultScenario } from '#scenarios/index.ts';
import { timelineOf } from './layout.ts';

const scene = (dockerfile: string): Scenario => ({ slug: 'a', title: 'A', about: '', files: { Dockerfile: { text: dockerfile }, f: { text: 'x' } }, dockerfile: 'Dockerfile', options: {}, begins: 0 });

function build(scenario: Scenario) {
  const done = dispatch(openWorkspace(scenario, resolveImage), { type: 'build' });
  if (!done.ok) throw new Error(done.message.id);
  return done.workspace;
}

const parallel = build(scene('FROM alpine AS a\nRUN sleep 5\nFROM alpine AS b\nRUN sleep 2\nFROM scratch\nCOPY --from=a /etc/hostname /a\nCOPY --from=b /etc/hostname /b\n'));

describe('the timeline', () => {
  const record = currentState(parallel).builds[0]!.record;
  const timeline = timelineOf(record);

  it('has a lane for what the builder does, for the context where it is read, for each stage and for the image', () => {
    expect(timeline.lanes.map(({ name }) => name)).toEqual(['frontend', 'a', 'b', 'stage-2', 'image']);
    expect(timelineOf(currentState(openWorkspace(defaultScenario, resolveImage)).builds[0]!.record).lanes.map(({ name }) => name)).toEqual(['frontend', 'context', 'build', 'stage-1', 'image']);
  });

  it('puts work where it happened: stages beside each other, no two bars of a row at once', () => {
    const sleep = (name: string) => timeline.lanes.find((lane) => lane.name === name)!.bars.find(({ label }) => label.startsWith('RUN'))!;
    expect(sleep('a').from).toBeLessThan(sleep('b').to);
    expect(sleep('b').from).toBeLessThan(sleep('a').to);
    for (const lane of timeline.lanes) {
      for (const one of lane.bars) {
        expect(one.from).toBeGreaterThanOrEqual(0);
        expect(one.to).toBeLessThanOrEqual(1);
        for (const other of lane.bars) if (one !== other && one.row === other.row) expect(one.to <= other.from || other.to <= one.from).toBe(true);
      }
    }
  });

  it('marks what decides the duration, and says it in a sentence', () => {
    const bars = timeline.lanes.flatMap((lane) => lane.bars);
    expect(bars.find(({ label }) => label === 'RUN sleep 5')!.critical).toBe(true);
    expect(bars.find(({ label }) => label === 'RUN sleep 2')!.critical).toBe(false);
    expect(timeline.sentence).toContain('in RUN sleep 5');
  });

  it('has a path that covers the whole time without a gap', () => {
    let at = 0;
    for (const { from, to } of timeline.path) {
      expect(from).toBeCloseTo(at, 9);
      at = to;
    }
    expect(at).toBeCloseTo(1, 9);
  });

  it('counts cached steps instead of drawing them', () => {
    const next = predict(parallel).record;
    expect(timelineOf(next).lanes.filter(({ stage }) => stage).map(({ name, cached, bars }) => [name, cached?.count, bars.length])).toEqual([
      ['a', 2, 0],
      ['b', 2, 0],
      ['stage-2', 2, 0],
    ]);
    expect(timelineOf(next).sentence).toMatch(/^Would take /);
  });
});
