import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionsOf, emptyLog, pathTo, record, rewind, undo, type Log } from '#engine/workspace/log.ts';
import type { Action } from '#engine/workspace/action.ts';
import { logSchema } from '#lib/state/saved.ts';
import * as v from 'valibot';
import { keepBoth } from './keep-both.ts';

const anyAction = fc.constantFrom<Action>({ type: 'build' }, { type: 'prune' }, { type: 'write', path: 'a', text: '1' }, { type: 'write', path: 'a', text: '2' });
const anyLog: fc.Arbitrary<Log> = fc.array(fc.oneof(anyAction, fc.constant('undo' as const), fc.nat(9)), { maxLength: 12 }).map((steps) =>
  steps.reduce<Log>((log, step) => (step === 'undo' ? undo(log) : typeof step === 'number' ? rewind(log, step) : record(log, step)), emptyLog('s')),
);
const way = (log: Log, node: number) => pathTo(log, node).map((id) => log.nodes[id]!.action);

describe('two logs as one', () => {
  it('stand where the second stood, and lead to every place of both', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (own, other) => {
        const both = keepBoth(own, other);
        expect(actionsOf(both)).toEqual(actionsOf(other));
        own.nodes.forEach((_, id) => expect(way(both, id)).toEqual(way(own, id)));
        const ways = new Set(both.nodes.map((_, id) => JSON.stringify(way(both, id))));
        other.nodes.forEach((_, id) => expect(ways).toContain(JSON.stringify(way(other, id))));
        expect(v.is(logSchema, both)).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('are the second where nothing was done in the first, and the same when it is done twice', () => {
    fc.assert(
      fc.property(anyLog, anyLog, (own, other) => {
        expect(actionsOf(keepBoth(emptyLog('s'), other))).toEqual(actionsOf(other));
        const once = keepBoth(own, other);
        expect(keepBoth(once, other)).toEqual(once);
      }),
      { numRuns: 100, seed: 8 },
    );
  });
});
