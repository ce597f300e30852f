import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../fs/sha256.ts';
import type { BuildRecord, StatusEvent, VertexRecord } from '../record.ts';
import { liveProgress } from './live.ts';
import { plainProgress } from './plain.ts';

function recordOf(names: readonly string[], events: readonly StatusEvent[]): BuildRecord {
  const vertices = names.map((name): VertexRecord => ({ digest: sha256(name), name, inputs: [], cached: false }));
  const sorted = [...events].sort((a, b) => a.time - b.time);
  return {
    number: 1, predicted: false, ok: true, options: {}, dockerfile: { path: 'Dockerfile', text: '' }, stages: [], steps: [],
    vertices, events: sorted, diagnostics: [], images: [], startedAt: 0, duration: sorted.at(-1)?.time ?? 0,
  };
}

const starts = (name: string, time: number): StatusEvent => ({ type: 'vertex', time, vertex: sha256(name), started: time });
const ends = (name: string, started: number, time: number): StatusEvent => ({ type: 'vertex', time, vertex: sha256(name), started, completed: time });
const says = (name: string, time: number, text: string): StatusEvent => ({ type: 'log', time, vertex: sha256(name), stream: 1, text });
const textOf = (record: BuildRecord, until = Infinity) =>
  liveProgress(record).flatMap(({ time, text }) => (time <= until ? text : [])).join('');

describe('the log as it scrolls by', () => {
  it('names a step when it starts and adds its output as it comes', () => {
    const record = recordOf(['a'], [starts('a', 0), says('a', 500, 'one\n'), says('a', 900, 'two\n'), ends('a', 0, 1000)]);
    expect(textOf(record, 600)).toBe('#1 a\n#1 0.500 one\n');
    expect(textOf(record)).toBe('#1 a\n#1 0.500 one\n#1 0.900 two\n#1 DONE 1.0s\n');
  });

  it('stays with a running step while another ends, and comes back to it', () => {
    const record = recordOf(['slow', 'quick'], [
      starts('slow', 0), starts('quick', 300), ends('quick', 300, 600), says('slow', 900, 'still here\n'), ends('slow', 0, 1200),
    ]);
    expect(textOf(record)).toBe('#1 slow\n#1 ...\n\n#2 quick\n#2 DONE 0.3s\n\n#1 slow\n#1 0.900 still here\n#1 DONE 1.2s\n');
  });

  it('gathers what happens within a tenth of a second', () => {
    const record = recordOf(['a', 'b'], [starts('a', 0), ends('a', 0, 20), starts('b', 20), ends('b', 20, 40)]);
    expect(liveProgress(record).map(({ text }) => text)).toEqual(['#1 a\n', '#1 DONE 0.0s\n\n#2 b\n#2 DONE 0.0s\n']);
  });

  it('repeats a status when it has grown by a twentieth, and at its end', () => {
    const status = (time: number, current: number, done = false): StatusEvent => ({
      type: 'status', time, vertex: sha256('a'), id: 'blob', current, total: 1000, started: 0, ...(done && { completed: time }),
    });
    const record = recordOf(['a'], [starts('a', 0), status(200, 100), status(400, 120), status(600, 500), status(800, 1000, true), ends('a', 0, 900)]);
    expect(textOf(record).match(/blob .*/g)).toEqual(['blob 100B / 1.00kB 0.2s', 'blob 500B / 1.00kB 0.6s', 'blob 1.00kB / 1.00kB 0.8s done']);
  });

  it('ends every step once, as the finished log does, however steps overlap', () => {
    const stretch = fc.tuple(fc.nat({ max: 3000 }), fc.nat({ max: 3000 }), fc.array(fc.nat({ max: 3000 }), { maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 6 }), (steps) => {
        const names = steps.map((_, i) => `step ${i}`);
        const events = steps.flatMap(([start, length, logs], i) => [
          starts(names[i]!, start),
          ...logs.map((at) => says(names[i]!, start + Math.min(at, length), 'out\n')),
          ends(names[i]!, start, start + length),
        ]);
        const record = recordOf(names, events);
        const results = (text: string) => text.match(/ DONE .*/g)?.sort();
        const outputs = (text: string) => text.match(/ out$/gm)?.length;
        expect(results(textOf(record))).toEqual(results(plainProgress(record)));
        expect(outputs(textOf(record))).toEqual(outputs(plainProgress(record)));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
