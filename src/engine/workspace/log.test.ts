import { describe, expect, it } from 'vitest';
import type { Action } from './action.ts';
import { emptyLog, record } from './log.ts';

const logged = (...actions: readonly Action[]) => actions.reduce(record, emptyLog('scene')).actions;
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
