import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '#engine/workspace/action.ts';
import { pathTo, type Log } from '#engine/workspace/log.ts';
import { emptyNarration, graft, record, reworded, withStops, writeNarration, type Narration } from './narration.ts';
import { readNarration } from './read-narration.ts';

const write = (text: string, path = 'main.go'): Action => ({ type: 'write', path, text });
const build: Action = { type: 'build' };
const wayTo = ({ log }: { log: Log }, node: number) => pathTo(log, node).map((id) => log.nodes[id]!.action);

const three: Narration = [
  { actions: [], view: 'graph' },
  { actions: [write('a')], file: 'main.go' },
  { actions: [write('a'), build], build: 2, step: '0.3', view: 'layers' },
].reduce((narration, scene, at) => record(narration, scene, `Text ${at + 1}.`), emptyNarration('go-two-stages', 'Why order matters'));

describe('a narration', () => {
  it('has a log of its own with the way to each stop', () => {
    expect(three.stops.map(({ node }) => wayTo(three, node))).toEqual([[], [write('a')], [write('a'), build]]);
    expect(three.log.nodes).toHaveLength(2);
  });

  it('keeps a stop as it was when work on the same file goes on', () => {
    const longer = record(three, { actions: [write('ab')] }, 'More.');
    expect(longer.stops.map(({ node }) => wayTo(longer, node))).toEqual([[], [write('a')], [write('a'), build], [write('ab')]]);
  });

  it('takes a stop anew where it stands, with its text', () => {
    const anew = record(three, { actions: [write('b')], view: 'radius' }, '', 1);
    expect(anew.stops[1]).toEqual({ node: expect.any(Number) as number, text: 'Text 2.', view: 'radius' });
    expect(wayTo(anew, anew.stops[1]!.node)).toEqual([write('b')]);
  });

  it('keeps nothing that no stop needs', () => {
    const fewer = withStops(three, three.stops.slice(0, 1));
    expect(fewer.log.nodes).toEqual([]);
    const turned = withStops(three, three.stops.toReversed());
    expect(turned.stops.map(({ node }) => wayTo(turned, node))).toEqual([[write('a'), build], [write('a')], []]);
  });

  it('leads to every way that was grafted into one log', () => {
    const ways = fc.array(fc.array(fc.constantFrom<Action>(write('a'), write('b'), build, { type: 'prune' }), { maxLength: 6 }), { maxLength: 8 });
    fc.assert(
      fc.property(ways, (all) => {
        let log: Log = emptyNarration('s', 't').log;
        const ends = all.map((way) => {
          const grafted = graft(log, way);
          log = grafted.log;
          return grafted.node;
        });
        expect(ends.map((node) => wayTo({ log }, node))).toEqual(all);
        expect(new Set(log.nodes.map((node) => JSON.stringify(node))).size).toBe(log.nodes.length);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('is written and read again', () => {
    const worded = reworded(three, 1, 'Line one.\n\n<b>Line two.</b>');
    expect(readNarration(writeNarration(worded))).toEqual({ ok: true, narration: worded });
  });
});

describe('a narration from somebody else', () => {
  const broken = (change: (value: { log: { nodes: { parent: number }[]; scenario: string }; stops: { node: number; text: string; view?: string }[]; version: number; scenario: string }) => void) => {
    const value = JSON.parse(writeNarration(three)) as Parameters<typeof change>[0];
    change(value);
    return readNarration(JSON.stringify(value));
  };

  it.each([
    ['is of another version', broken((value) => (value.version = 2)), /^version/],
    ['leads to a place that is not there', broken((value) => (value.stops[0]!.node = 99)), /place that is not there/],
    ['has a log that goes in circles', broken((value) => (value.log.nodes[0]!.parent = 1)), /older/],
    ['leads out of the scenes', broken((value) => (value.scenario = '../../evil')), /^scenario/],
    ['has a log of another scene', broken((value) => (value.log.scenario = 'npm-lock')), /another scene/],
    ['names a view in a strange way', broken((value) => (value.stops[0]!.view = '"><script>')), /view/],
    ['says too much', broken((value) => (value.stops[0]!.text = 'x'.repeat(4_001))), /text/],
    ['has too many stops', broken((value) => (value.stops = Array.from({ length: 201 }, () => value.stops[0]!))), /stops/],
    ['is cut off', readNarration(writeNarration(three).slice(0, 200)), /JSON/],
    ['is too large', readNarration(' '.repeat(8_000_001)), /8 MB/],
  ])('is refused where it %s', (_, read, problem) => {
    expect(read).toMatchObject({ ok: false, problem: expect.stringMatching(problem) as string });
  });

  it('is refused or read, whatever it is', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readNarration(text).ok).toBe(false);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
