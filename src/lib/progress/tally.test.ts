import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { beliefScores, emptyTally, mergeTallies, readTally, sessionLimit, sessionOf, type Session, type Tally } from './tally.ts';
import type { Verdict } from '#lib/state/predict.svelte.ts';

const session = (id: string, at: number, beliefs: Session['beliefs'] = {}): Session => ({ id, at, scene: 'go', right: 1, of: 2, beliefs });
const tally = (...sessions: Session[]): Tally => ({ ...emptyTally, sessions });
const verdict = (right: boolean | undefined, ...misconceptions: string[]): Verdict => ({ step: '0.1', guess: 'hit', state: 'cached', right, reason: { id: 'x' }, misconceptions }) as unknown as Verdict;

describe('the score of predictions', () => {
  it('is read back as it was written, and is empty where the store holds junk', () => {
    const kept = tally(session('a', 1, { 'mtime-breaks-cache': { met: 2, wrong: 1 } }));
    expect(readTally(JSON.stringify(kept))).toEqual(kept);
    for (const junk of [null, '', '{', 'null', '[]', '{"version":2}', '{"version":1,"resetAt":0,"sessions":[{}]}', JSON.stringify({ ...kept, resetAt: -1 })]) expect(readTally(junk)).toEqual(emptyTally);
  });

  it('never throws, whatever is stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readTally(text)).toEqual(emptyTally);
      }),
      { seed: 8 },
    );
  });

  it('merges in any order to the same, each session once, and twice changes nothing', () => {
    const sessions = fc.array(fc.record({ id: fc.integer({ min: 0, max: 9 }).map(String), at: fc.integer({ min: 1, max: 9 }) }).map(({ id }) => session(id, Number(id) + 1)));
    const tallies = fc.record({ resetAt: fc.integer({ min: 0, max: 9 }), sessions }).map((one): Tally => ({ version: 1, ...one }));
    fc.assert(
      fc.property(tallies, tallies, (a, b) => {
        const merged = mergeTallies(a, b);
        expect(mergeTallies(b, a)).toEqual(merged);
        expect(mergeTallies(merged, a)).toEqual(merged);
        expect(new Set(merged.sessions.map(({ id }) => id)).size).toBe(merged.sessions.length);
      }),
      { seed: 8 },
    );
  });

  it('stays empty after a reset, also where another tab still has the old sessions', () => {
    const other = tally(session('old', 5), session('new', 11));
    expect(mergeTallies({ ...emptyTally, resetAt: 10 }, other).sessions.map(({ id }) => id)).toEqual(['new']);
  });

  it('keeps the latest sessions where there are too many', () => {
    const many = tally(...Array.from({ length: sessionLimit + 5 }, (_, at) => session(`${at}`, at + 1)));
    expect(mergeTallies(many, emptyTally).sessions[0]!.at).toBe(6);
  });

  it('counts a belief once a step, by the likeliest explanation, and not what was never told', () => {
    const verdicts = [verdict(false, 'a', 'b'), verdict(true, 'a'), verdict(true), verdict(undefined, 'a')];
    expect(sessionOf({ build: 2, verdicts, right: 2, of: 3 }, { id: 's', at: 1, scene: 'go' }).beliefs).toEqual({ a: { met: 2, wrong: 1 } });
  });

  it('shows the beliefs that misled most often first, with what became of them build by build', () => {
    const scores = beliefScores(tally(session('1', 1, { a: { met: 1, wrong: 0 }, b: { met: 2, wrong: 2 } }), session('2', 2, { b: { met: 1, wrong: 0 } })));
    expect(scores).toEqual([{ id: 'b', met: 3, wrong: 2, builds: [false, true] }, { id: 'a', met: 1, wrong: 0, builds: [true] }]);
  });
});
