import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from './action.ts';
import { actionsOf, emptyLog, pathTo, record, redo, redoes, rewind, rootNode, undo, type Log } from './log.ts';

const logged = (...actions: readonly Action[]) => actionsOf(actions.reduce(record, emptyLog('scene')));
const push: Action = { type: 'command', line: 'docker push app' };

describe('the log', () => {
  it('lets a run that Ctrl-C ended take the place of the whole one before it', () => {
    const ended: Action = { ...push, interrupted: 300 };
    expect(logged(push, ended)).toEqual([ended]);
    expect(logged({ type: 'build' }, { type: 'build', extras: { interrupted: 5 } })).toEqual([{ type: 'build', extras: { interrupted: 5 } }]);
    expect(logged({ type: 'build', extras: { push: true } }, { type: 'build', extras: { push: true, interrupted: 5 } })).toHaveLength(1);
  });

  it('keeps both where they are different runs', () => {
    expect(logged({ type: 'command', line: 'ls' }, { ...push, interrupted: 300 })).toHaveLength(2);
    expect(logged({ type: 'build', extras: { push: true } }, { type: 'build', extras: { interrupted: 5 } })).toHaveLength(2);
    expect(logged({ ...push, interrupted: 200 }, { ...push, interrupted: 300 })).toHaveLength(2);
    expect(logged(push, push, { ...push, interrupted: 300 })).toHaveLength(2);
  });
});

/** Anything that can be done to a log, as a number: an action, undo, redo, or rewinding to some node. */
const steps = fc.array(fc.oneof(fc.record({ do: fc.constantFrom('a', 'b', 'build') }), fc.constantFrom('undo', 'redo'), fc.record({ to: fc.nat() })), { maxLength: 40 });

type Step = 'undo' | 'redo' | { readonly do: string } | { readonly to: number };

function take(log: Log, step: Step): Log {
  if (step === 'undo') return undo(log);
  if (step === 'redo') return redo(log);
  if ('to' in step) return rewind(log, (step.to % (log.nodes.length + 1)) - 1);
  return record(log, step.do === 'build' ? { type: 'build' } : { type: 'write', path: step.do, text: `${log.nodes.length}` });
}

const lived = (list: readonly Step[]): readonly Log[] => list.reduce<Log[]>((logs, step) => [...logs, take(logs.at(-1)!, step)], [emptyLog('scene')]);

describe('a log as a tree', () => {
  it('never loses a branch: every node stays where it is, and only the newest can become longer', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const logs = lived(list);
        logs.forEach((log, at) => {
          const before = logs[at - 1];
          if (before) expect(log.nodes.slice(0, Math.max(0, before.nodes.length - 1))).toEqual(before.nodes.slice(0, -1));
          expect(log.nodes.every(({ parent }, id) => parent >= rootNode && parent < id)).toBe(true);
          expect(log.at === rootNode || pathTo(log, log.tip).includes(log.at)).toBe(true);
        });
      }),
      { seed: 51, numRuns: 200 },
    );
  });

  it('is the same after an undo and a redo, and after a redo and an undo', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const log = lived(list).at(-1)!;
        if (log.at !== rootNode) expect(redo(undo(log))).toEqual(log);
        if (log.at !== log.tip) expect(undo(redo(log))).toEqual(log);
      }),
      { seed: 52, numRuns: 200 },
    );
  });

  it('goes on by redo to the end of the branch that was taken last', () => {
    const line = ['a', 'build', 'b'].reduce((log, what) => take(log, { do: what }), emptyLog('scene'));
    const forked = take(rewind(line, 0), { do: 'b' });
    expect(redoes(forked)).toBeUndefined();
    expect(redoes(undo(forked))).toBe(3);
    expect(redoes(rewind(forked, rootNode))).toBe(0);
    expect(redoes(redo(rewind(forked, rootNode)))).toBe(3);
    expect(redo(rewind(forked, 1)).at).toBe(2);
  });

  it('stays as it is where there is nothing to go to', () => {
    const log = record(emptyLog('scene'), { type: 'build' });
    expect([rewind(log, 7), redo(log), undo(emptyLog('scene'))]).toEqual([log, log, emptyLog('scene')]);
  });

  it('begins a branch where something is typed into a file whose text was built already', () => {
    const built = ['a', 'build'].reduce((log, what) => take(log, { do: what }), emptyLog('scene'));
    expect(take(undo(built), { do: 'a' }).nodes).toHaveLength(3);
  });
});
