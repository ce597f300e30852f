import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History, HistoryEntry } from '#engine/workspace/history.ts';
import { compacted, itemsOf } from './items.ts';
import { layoutHistory, walk, type HistoryLayout } from './layout.ts';

/** A history of letters: `b` builds, `e` edits; each entry names its parent by place, -1 being the start. */
function historyOf(list: readonly (readonly ['b' | 'e', number])[], at: number = list.length - 1): History {
  let number = 0;
  const builds = (node: number, kind: string): HistoryEntry['builds'] =>
    kind === 'b' ? [{ node, number: ++number, name: `${number}`, machine: 'laptop', ok: true, states: ['cached'], duration: 1, edited: [] }] : [];
  const entries = list.map(([kind, parent], node): HistoryEntry => ({ node, parent, action: { type: kind === 'b' ? 'build' : 'write', says: { id: 'actions.build' } }, builds: builds(node, kind) }));
  return { entries: [{ node: -1, builds: [] }, ...entries], at };
}

const histories = fc
  .array(fc.tuple(fc.constantFrom('b' as const, 'e' as const), fc.nat()), { maxLength: 40 })
  .chain((list) => fc.record({ list: fc.constant(list.map(([kind, parent], node) => [kind, (parent % (node + 1)) - 1] as const)), at: fc.integer({ min: -1, max: list.length - 1 }) }))
  .map(({ list, at }) => historyOf(list, at));

const ids = ({ items }: HistoryLayout) => items.map(({ id, lane }) => `${id} @${lane}`);
const lanes = { mode: 'lanes', width: 800 } as const;

describe('the items of a history', () => {
  it('fold what was done between two builds to one tick', () => {
    const items = itemsOf(historyOf([['e', -1], ['e', 0], ['b', 1], ['e', 2], ['b', 3]]));
    expect(items.map(({ id, entries, here }) => [id, entries.length, here])).toEqual([['edits -1', 0, false], ['edits 0', 2, false], ['build 2.1', 1, false], ['edits 3', 1, false], ['build 4.2', 1, true]]);
  });

  it('end a tick where the workspace is, and where a branch begins', () => {
    expect(itemsOf(historyOf([['e', -1], ['e', 0], ['e', 1]], 1)).map(({ entries }) => entries.length)).toEqual([0, 2, 1]);
    expect(itemsOf(historyOf([['e', -1], ['e', 0], ['e', 1], ['b', 0]])).map(({ entries }) => entries.length)).toEqual([0, 1, 2, 1]);
  });

  it('have every action once, and keep their order and their parents', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const items of [itemsOf(history), compacted(itemsOf(history))]) {
          expect(items.flatMap(({ entries }) => entries.map(({ node }) => node)).sort((a, b) => a - b)).toEqual(history.entries.slice(1).map(({ node }) => node));
          const known = new Set(items.map(({ id }) => id));
          expect(items.filter(({ parent }) => parent === undefined)).toHaveLength(1);
          expect(items.every(({ parent }) => parent === undefined || known.has(parent))).toBe(true);
          expect(items.filter(({ here }) => here)).toHaveLength(1);
        }
      }),
      { seed: 71, numRuns: 200 },
    );
  });
});

describe('the drawing of a history', () => {
  it('keeps the first follower in its lane and lets later ones go off to the right, the deepest nearest', () => {
    const layout = layoutHistory(itemsOf(historyOf([['b', -1], ['b', 0], ['b', 1], ['b', 0], ['b', 1]])), lanes);
    expect(ids(layout)).toEqual(['edits -1 @0', 'build 0.1 @0', 'build 1.2 @0', 'build 2.3 @0', 'build 4.5 @1', 'build 3.4 @2']);
    expect(layout.lanes).toBe(3);
  });

  it('goes down always, and lays no two items over each other, in lanes and as a list', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom('lanes' as const, 'list' as const), fc.boolean(), (history, mode, dense) => {
        const { items, width, height } = layoutHistory(itemsOf(history), { mode, dense, width: 360 });
        for (const item of items) {
          const above = items.find(({ id }) => id === item.parent);
          if (above) expect(item.y).toBeGreaterThanOrEqual(above.y + above.height);
          expect(item.x + item.width <= width && item.y + item.height <= height).toBe(true);
          const over = items.filter((other) => other !== item && (mode === 'list' || other.lane === item.lane) && other.y < item.y + item.height && item.y < other.y + other.height);
          expect(over).toEqual([]);
        }
      }),
      { seed: 72, numRuns: 200 },
    );
  });

  it('moves no lane when something is done at the end of one', () => {
    const list = [['b', -1], ['b', 0], ['b', 0], ['b', 1]] as const;
    const laneOf = (layout: HistoryLayout) => new Map(layout.items.map(({ id, lane }) => [id, lane]));
    const [before, after] = [layoutHistory(itemsOf(historyOf(list)), lanes), layoutHistory(itemsOf(historyOf([...list, ['b', 2]])), lanes)].map(laneOf);
    for (const [id, lane] of before!) expect(after!.get(id)).toBe(lane);
  });

  it('draws 200 builds in under 8,000 pixels where it is dense', () => {
    const list = Array.from({ length: 400 }, (_, node) => [node % 2 === 0 ? 'e' : 'b', node - 1] as const);
    const items = compacted(itemsOf(historyOf(list)));
    expect(items).toHaveLength(201);
    expect(layoutHistory(items, { ...lanes, dense: true }).height).toBeLessThan(8_000);
  });
});

describe('walking a history', () => {
  const layout = layoutHistory(itemsOf(historyOf([['b', -1], ['b', 0], ['b', 1], ['b', 0]])), lanes);

  it('goes along a branch, and across to the next', () => {
    expect(walk(layout, 'build 0.1', 'down')).toBe('build 1.2');
    expect(walk(layout, 'build 0.1', 'right')).toBe('build 3.4');
    expect(walk(layout, 'build 3.4', 'left')).toBe('build 1.2');
    expect(walk(layout, 'build 3.4', 'up')).toBe('build 0.1');
    expect([walk(layout, 'build 1.2', 'first'), walk(layout, 'build 0.1', 'last')]).toEqual(['edits -1', 'build 2.3']);
  });

  it('reaches every item from every other', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const drawn = layoutHistory(itemsOf(history), lanes);
        const reached = new Set(['edits -1']);
        for (const id of reached) for (const way of ['up', 'down', 'right', 'left'] as const) reached.add(walk(drawn, id, way));
        expect(reached.size).toBe(drawn.items.length);
        for (const { id } of drawn.items) {
          let at = id;
          for (let next = walk(drawn, at, 'up'); next !== at; next = walk(drawn, at, 'up')) at = next;
          expect(at).toBe('edits -1');
        }
      }),
      { seed: 73, numRuns: 100 },
    );
  });
});
