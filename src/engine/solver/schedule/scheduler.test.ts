import { describe, expect, it } from 'vitest';
import { sha256 } from '../../fs/sha256.ts';
import { dirOf } from '../../fs/make.ts';
import { StoreDraft } from '../cache/store-draft.ts';
import { emptyStore } from '../cache-store.ts';
import type { CacheRecord, CacheStore } from '../cache-store.ts';
import { Clock } from './clock.ts';
import type { Operation } from './operation.ts';
import { Scheduler } from './scheduler.ts';

/** A step of a build, reduced to what keys are made of. */
interface FakeStep {
  readonly name: string;
  readonly reads?: readonly { readonly step: FakeStep; readonly content?: string }[];
  readonly key?: string;
  readonly ignoreCache?: boolean;
  readonly time?: number;
}

interface Happening {
  readonly step: string;
  readonly what: 'run' | 'load';
  readonly at: number;
}

function solve(top: FakeStep, store: CacheStore): { readonly happened: readonly Happening[]; readonly store: CacheStore } {
  const clock = new Clock();
  const draft = new StoreDraft(store);
  const happened: Happening[] = [];
  const made = new Map<FakeStep, Operation>();
  const operation = (step: FakeStep): Operation => {
    const known = made.get(step);
    if (known) return known;
    const reads = step.reads ?? [];
    const result: Operation = {
      digest: sha256(step.name),
      ignoreCache: step.ignoreCache ?? false,
      inputs: reads.map((read) => ({ operation: operation(read.step), output: 0 })),
      preparesInputs: false,
      cacheMap(_index, done) {
        const deps = reads.map(({ content }) => (content === undefined ? { selector: '' as const } : { selector: sha256('paths'), content: [{ path: content }] }));
        done({ map: { digest: step.key ?? step.name, deps, fields: {} }, complete: true });
        return undefined;
      },
      contentKey(input, _result, done) {
        done(sha256(`content ${reads[input]!.content}`));
        return undefined;
      },
      load(record, _via, done) {
        happened.push({ step: step.name, what: 'load', at: clock.now });
        done({ record, keys: [] });
        return undefined;
      },
      execute(_inputs, done) {
        return clock.after(step.time ?? 1, () => {
          happened.push({ step: step.name, what: 'run', at: clock.now });
          done([record(draft.newId('r'), clock.now)]);
        });
      },
    };
    made.set(step, result);
    return result;
  };
  const outcome = new Scheduler(clock, draft).solve([{ operation: operation(top), output: 0 }]);
  expect(outcome).not.toHaveProperty('error');
  return { happened, store: draft.commit() };
}

function record(id: string, created: number): CacheRecord {
  const snapshot = { tree: dirOf([]), layers: [], fidelity: 'exact' as const, notes: [] };
  return { id, type: 'regular', description: '', snapshot, parents: [], inputs: [], build: 1, size: 0, created, lastUsed: 0, usageCount: 1 };
}

const names = (happened: readonly Happening[]) => happened.map(({ what, step }) => `${what} ${step}`);

/** A base, files of a session, a copy that reads them, a command, another one. */
function chain(content: string, session: string, change: Partial<Record<'copy' | 'run', Partial<FakeStep>>> = {}) {
  const base: FakeStep = { name: 'base' };
  const context: FakeStep = { name: `context ${session}`, key: `random:${session}` };
  const copy: FakeStep = { name: 'copy', reads: [{ step: base }, { step: context, content }], ...change.copy };
  const run: FakeStep = { name: 'run', reads: [{ step: copy }], ...change.run };
  return { name: 'last', reads: [{ step: run }] } satisfies FakeStep;
}

describe('the scheduler', () => {
  it('runs everything once in an empty cache', () => {
    const { happened } = solve(chain('a', '1'), emptyStore);
    expect(names(happened).sort()).toEqual(['run base', 'run context 1', 'run copy', 'run last', 'run run']);
  });

  it('loads only the last step when nothing changed, after reading the files anew', () => {
    const { store } = solve(chain('a', '1'), emptyStore);
    expect(names(solve(chain('a', '2'), store).happened)).toEqual(['run context 2', 'load last']);
  });

  it('finds a copy by its content when the files are those of an earlier build', () => {
    const first = solve(chain('a', '1'), emptyStore);
    const second = solve(chain('b', '2'), first.store);
    expect(names(second.happened)).toContain('run copy');
    expect(names(solve(chain('a', '3'), second.store).happened)).toEqual(['run context 3', 'load last']);
  });

  it('loads the result that a changed step stands on, and nothing below it', () => {
    const { store } = solve(chain('a', '1'), emptyStore);
    const changed = chain('a', '2', { run: { key: 'run differently' } });
    expect(names(solve(changed, store).happened)).toEqual(['run context 2', 'load copy', 'run run', 'run last']);
  });

  it('lets nothing below a forced step be found through it', () => {
    const { store } = solve(chain('a', '1'), emptyStore);
    const forced = chain('a', '2', { run: { ignoreCache: true } });
    expect(names(solve(forced, store).happened)).toEqual(['run context 2', 'load copy', 'run run', 'run last']);
  });

  it('keeps the result of a forced step for the next build', () => {
    const { store } = solve(chain('a', '1', { run: { ignoreCache: true } }), emptyStore);
    expect(names(solve(chain('a', '2'), store).happened)).toEqual(['run context 2', 'load last']);
  });

  it('runs two equal steps once', () => {
    const base: FakeStep = { name: 'base' };
    const one: FakeStep = { name: 'one', key: 'same', reads: [{ step: base }] };
    const two: FakeStep = { name: 'two', key: 'same', reads: [{ step: base }] };
    const { happened } = solve({ name: 'top', reads: [{ step: one }, { step: two }] }, emptyStore);
    expect(names(happened).filter((name) => name === 'run one' || name === 'run two')).toHaveLength(1);
  });

  it('runs independent steps at the same time', () => {
    const slow: FakeStep = { name: 'slow', time: 100 };
    const quick: FakeStep = { name: 'quick', time: 30 };
    const { happened } = solve({ name: 'top', time: 5, reads: [{ step: slow }, { step: quick }] }, emptyStore);
    expect(happened).toEqual([
      { step: 'quick', what: 'run', at: 30 },
      { step: 'slow', what: 'run', at: 100 },
      { step: 'top', what: 'run', at: 105 },
    ]);
  });
});
