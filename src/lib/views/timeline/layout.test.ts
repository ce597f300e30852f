import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveImage } from '#engine/registry/index.ts';
import { currentState, dispatch, openWorkspace } from '#engine/workspace/workspace.ts';
import { predict } from '#engine/workspace/describe.ts';
import type { Scenario } from '#engine/workspace/scenario.ts';
import { defaultScenario } from '#scenarios/index.ts';
import type { VertexRecord } from '#engine/solver/record.ts';
import { placeLabels } from './labels.ts';
import { timelineOf, type Bar, type Lane } from './layout.ts';
import { barSentence } from './sentence.ts';

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

describe('waiting and transfers', () => {
  const vertex = (name: string, started: number, completed: number, more: object = {}): VertexRecord => ({ digest: `sha256:${name}`, name, inputs: [], started, completed, cached: false, ...more });
  const base = currentState(parallel).builds[0]!.record;
  const record = {
    ...base,
    duration: 1000,
    vertices: [
      vertex('importing cache manifest from reg/cache', 0, 100),
      vertex('a', 100, 300, { step: '0.1' }),
      vertex('b', 500, 900, { step: '0.2', inputs: ['sha256:a'] }),
      vertex('exporting to image', 900, 1000, { inputs: ['sha256:b'] }),
    ],
    events: [
      { type: 'status' as const, time: 100, vertex: 'sha256:a' as const, id: 'sha256:1', total: 5, started: 100, completed: 200 },
      { type: 'status' as const, time: 100, vertex: 'sha256:a' as const, id: 'extracting sha256:1', started: 200, completed: 300 },
      { type: 'status' as const, time: 950, vertex: 'sha256:exporting to image' as const, id: 'pushing layers', started: 920, completed: 990 },
    ],
  };
  const bars = timelineOf(record).lanes.flatMap((lane) => lane.bars);
  const bar = (name: string) => bars.find(({ id }) => id === `sha256:${name}`)!;

  it('waits from when all that it reads is there', () => {
    expect(bar('b')).toMatchObject({ waits: 0.3, from: 0.5, waitedFor: 200 });
    expect(bar('a').waitedFor).toBe(0);
  });

  it('tells pulls, pushes and imported caches apart, and does not take unpacking for travelling', () => {
    expect(bar('a').transfers).toEqual([{ kind: 'pull', from: 0.1, to: 0.2 }]);
    expect(bar('exporting to image').transfers).toEqual([{ kind: 'push', from: 0.92, to: 0.99 }]);
    expect(bar('importing cache manifest from reg/cache').transfers.map(({ kind }) => kind)).toEqual(['import']);
  });

  it('says all of a bar in words', () => {
    expect(barSentence(bar('b'), 1000).replaceAll('\u202f', ' ')).toMatch(/^RUN sleep 5: Rebuilt, 0\.4 s, from 0\.5 s\. Waited 0\.2 s for its turn\./);
  });
});

describe('labels of bars', () => {
  const anyLane = fc.array(fc.record({ gap: fc.double({ min: 0, max: 0.5, noNaN: true }), length: fc.double({ min: 0.001, max: 1, noNaN: true }), text: fc.string({ unit: 'binary', maxLength: 300 }) }), { minLength: 1, maxLength: 12 }).map((list): Lane => {
    const total = list.reduce((sum, { gap, length }) => sum + gap + length, 0);
    let at = 0;
    const bars = list.map(({ gap, length, text }, i): Bar => {
      const from = at + gap / total;
      at = Math.min(1, from + length / total);
      return { id: String(i), from, to: at, row: 0, tone: 'rebuilt', label: text, name: text, duration: '6.8 s', waits: from, waitedFor: 0, transfers: [], critical: false, modelled: false };
    });
    return { id: '0', name: 's', stage: true, rows: 1, bars, cached: undefined };
  });

  it('stay inside the lane and apart from other bars, whatever the bars and the width', () => {
    fc.assert(
      fc.property(anyLane, fc.integer({ min: 200, max: 3000 }), (lane, width) => {
        const places = placeLabels(lane, width);
        for (const bar of lane.bars) {
          const { side, room, gap } = places.get(bar.id)!;
          const [left, right] = side === 'in' ? [bar.from * width, bar.from * width + gap + room] : side === 'after' ? [bar.to * width + gap, bar.to * width + gap + room] : [bar.from * width - gap - room, bar.from * width - gap];
          if (side === 'none') continue;
          expect(left).toBeGreaterThanOrEqual(-1e-6);
          expect(right).toBeLessThanOrEqual(width + 1e-6);
          for (const other of lane.bars) if (other !== bar && side !== 'in') expect(other.to * width <= left + 1e-6 || other.from * width >= right - 1e-6).toBe(true);
        }
      }),
      { seed: 6 },
    );
  });
});
