import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GO_FILES, filesOf, goTwoStages, monorepo, waveStops } from './fixture.ts';
import { digitsOf } from './digits.ts';
import { layoutGraph } from './layout.ts';
import { filmOf, type Film } from './timeline.ts';
import type { BuildRecord } from '#engine/solver/record.ts';

const film = (record: BuildRecord, edited: readonly string[] = ['README.md']): Film => filmOf(record, layoutGraph({ record, files: filesOf([...GO_FILES]), edited: new Set(edited) }).edges);
const first = () => goTwoStages(Object.fromEntries(['0.1', '0.2', '0.3', '0.4', '0.5', '0.6', '1.1', '1.2'].map((id) => [id, 'rebuilt' as const])), { number: 1 });

describe('the film of a build', () => {
  it('is over in five seconds, however long the build', () => {
    for (const record of [waveStops(), first(), monorepo(20, 14, () => true)]) {
      const { length } = film(record);
      expect(length).toBeGreaterThan(1_000);
      expect(length).toBeLessThanOrEqual(5_000);
    }
  });

  it('has a clock that only goes forward and can be read both ways', () => {
    const { toClock, toScreen, length, end } = film(first());
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (a, b) => {
        const [early, late] = [Math.min(a, b) * length, Math.max(a, b) * length];
        expect(toClock(early)).toBeLessThanOrEqual(toClock(late));
        expect(toScreen(toClock(early))).toBeCloseTo(early, 3);
      }),
      { seed: 5 },
    );
    expect(toClock(0)).toBe(0);
    expect(toClock(length)).toBe(end);
  });

  it('shows the wave arrive, the key turn, the core fill, and the result', () => {
    const shown = film(waveStops());
    const start = waveStops().steps.find((step) => step.id === '0.5')!.started!;
    const look = (time: number) => shown.stillAt(time).looks.get('0.5');
    expect(look(0)).toBe('predicted');
    expect(shown.movingAt(start - 0.2).fronts).toMatchObject([{ edge: 'file:README.md>0.5' }]);
    expect(look(start - 0.05)).toBe('rebuilt');
    expect(look(start + 50)).toBe('running');
    expect(shown.movingAt(start + 50).cores).toEqual([{ step: '0.5', fill: 0.5, elapsed: 50 }]);
    expect(look(start + 100)).toBe('rebuilt');
  });

  it('leaves a cached step alone from the first frame to the last', () => {
    const shown = film(waveStops());
    for (let share = 0; share <= 1; share += 0.01) {
      const time = shown.toClock(share * shown.length);
      expect(shown.stillAt(time).looks.get('1.2')).toBe('cached');
      expect(shown.movingAt(time).cores.some((core) => core.step === '1.2')).toBe(false);
    }
  });

  it('draws the shield after the source has run, and holds it', () => {
    const shown = film(waveStops());
    const done = waveStops().steps.find((step) => step.id === '0.6')!.completed!;
    expect(shown.movingAt(done - 1).shields).toEqual([]);
    expect(shown.movingAt(done + 0.2).shields[0]).toMatchObject({ edge: 'copy:0.6>1.2', sign: false });
    expect(shown.movingAt(done + 0.9).shields[0]).toMatchObject({ drawn: 1, sign: true });
  });

  it('stops dependants together when a step fails', () => {
    const record = goTwoStages({ '0.5': 'rebuilt', '0.6': 'failed', '1.2': 'stopped' }, { ok: false });
    const shown = film(record);
    const failed = record.steps.find((step) => step.id === '0.6')!.completed!;
    expect(shown.stillAt(failed - 1).looks.get('1.2')).toBe('waiting');
    expect(shown.stillAt(failed).looks.get('1.2')).toBe('stopped');
    expect(shown.stillAt(failed).looks.get('0.6')).toBe('failed');
  });

  it('gives one object for all moments between two events, so that still things are not drawn again', () => {
    const shown = film(waveStops());
    expect(shown.stillAt(1_000)).toBe(shown.stillAt(2_000));
    expect(shown.stillAt(1_000)).not.toBe(shown.stillAt(0));
  });

  it('ends as the record says', () => {
    const record = waveStops();
    const { looks } = film(record).stillAt(Infinity);
    for (const step of record.steps) expect(looks.get(step.id)).toBe(step.state);
  });

  it('lists starts, ends, failures and stops in order', () => {
    expect(film(waveStops()).marks.map(({ kind, step }) => `${kind} ${step}`)).toEqual(['start 0.5', 'end 0.5', 'start 0.6', 'end 0.6', 'stop 1.2']);
  });
});

describe('the digits of a key that turns', () => {
  const content = (digest: string): BuildRecord => {
    const record = waveStops();
    const key = { operation: 'sha256:0' as const, fields: {}, ignoreCache: false, inputs: [{ vertex: 'sha256:0' as const, content: `sha256:${digest}` as const }] };
    return { ...record, vertices: [{ digest: 'sha256:1', name: '', inputs: [], step: '0.5', cached: false, key }] };
  };

  it('are shown before the step starts, where the content that it reads changed', () => {
    const record = content('8de8be116831aa');
    expect(digitsOf(record, content('921697efa596bb'))).toEqual(new Map([['0.5', { before: '921697efa596', after: '8de8be116831' }]]));
    expect(digitsOf(record, record).size).toBe(0);
    expect(digitsOf(record, undefined).size).toBe(0);
    const start = record.steps.find((step) => step.id === '0.5')!.started!;
    const shown = filmOf(record, [], new Set(['0.5']));
    expect(shown.movingAt(start - 0.3).keys).toEqual(['0.5']);
    expect(shown.movingAt(start).keys).toEqual([]);
  });
});
