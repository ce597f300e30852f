import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../fs/sha256.ts';
import type { BuildRecord, StatusEvent, VertexRecord } from '../record.ts';
import { terminalLines } from './terminal.ts';
import { ttyLines, ttyProgress } from './tty.ts';

type Group = VertexRecord['group'];
type VertexEvent = Extract<StatusEvent, { readonly type: 'vertex' }>;

/** A record of vertices by name, all announced before anything happens. */
function recordOf(names: readonly (string | readonly [string, Group])[], events: readonly StatusEvent[]): BuildRecord {
  const vertices = names.map((each): VertexRecord => {
    const [name, group] = typeof each === 'string' ? [each, undefined] : each;
    return { digest: sha256(name), name, inputs: [], cached: false, ...(group && { group }) };
  });
  const announced = vertices.map(({ digest }): StatusEvent => ({ type: 'vertex', time: 0, vertex: digest }));
  const sorted = [...events].sort((a, b) => a.time - b.time);
  return {
    number: 1, predicted: false, ok: true, options: {}, dockerfile: { path: 'Dockerfile', text: '' }, stages: [], steps: [],
    vertices, events: [...announced, ...sorted], diagnostics: [], images: [], startedAt: 0, duration: sorted.at(-1)?.time ?? 0,
  };
}

const ran = (name: string, started: number, completed: number, more: Partial<VertexEvent> = {}): StatusEvent[] => [
  { type: 'vertex', time: started, vertex: sha256(name), started, cached: more.cached ?? false },
  { type: 'vertex', time: completed, vertex: sha256(name), started, completed, ...more },
];
const says = (name: string, time: number, text: string): StatusEvent => ({ type: 'log', time, vertex: sha256(name), stream: 1, text });
const did = (name: string, id: string, started: number, completed: number, more: object = {}): StatusEvent => ({ type: 'status', time: completed, vertex: sha256(name), id, started, completed, ...more });

const tidy = (text: string): string => text.replace(/ +$/gm, '');

describe('the terminal at the end of a build', () => {
  it('counts what is done and says FINISHED, with the builder at the right', () => {
    const record = recordOf(['a', 'b'], [...ran('a', 0, 1000), ...ran('b', 200, 2500)]);
    const [header] = ttyProgress(record, { width: 60, builder: 'docker:default' }).split('\n');
    expect(header).toBe('[+] Building 2.5s (2/2) FINISHED             docker:default');
    expect(tidy(ttyProgress(record, { width: 60 }).split('\n')[0]!)).toBe('[+] Building 2.5s (2/2) FINISHED');
  });

  it('does not say FINISHED where a vertex never started', () => {
    const record = recordOf(['a', 'b'], ran('a', 0, 1000));
    expect(tidy(ttyProgress(record).split('\n')[0]!)).toBe('[+] Building 1.0s (1/2)');
  });

  it('lists steps in the order of starting, with how each ended and what it took', () => {
    const record = recordOf(['[1/2] FROM base', '[2/2] RUN\ttrue', 'old'], [
      ...ran('[1/2] FROM base', 0, 30), ...ran('[2/2] RUN\ttrue', 30, 12_530), ...ran('old', 10, 10, { cached: true }),
    ]);
    expect(ttyProgress(record, { width: 40 }).split('\n').slice(1)).toEqual([
      ' => [1/2] FROM base                0.0s',
      ' => CACHED old                     0.0s',
      ' => [2/2] RUN true                12.5s',
      '',
    ]);
  });

  it('shows statuses under their step, with bytes in decimal units', () => {
    const record = recordOf(['load'], [
      ...ran('load', 0, 1200),
      did('load', 'transferring context:', 0, 20, { current: 999 }),
      did('load', 'sha256:ab', 0, 1100, { current: 1_110_000, total: 1_110_000 }),
    ]);
    expect(ttyProgress(record, { width: 50 }).split('\n').slice(2, 4)).toEqual([
      ' => => transferring context: 999B            0.0s',
      ' => => sha256:ab 1.11MB / 1.11MB             1.1s',
    ]);
  });

  it('cuts names, leaves small numbers of bytes out where there is no room, and whole lines on a tiny screen', () => {
    const record = recordOf(['a step with a long name'], [
      ...ran('a step with a long name', 0, 100),
      did('a step with a long name', 'short', 0, 100, { current: 999 }),
      did('a step with a long name', 'long', 0, 100, { current: 1_110_000, total: 1_110_000 }),
    ]);
    const lines = (width: number) => ttyProgress(record, { width }).split('\n').slice(1, -1);
    expect(lines(23)).toEqual([' => a step with   0.1s', ' => => short      0.1s']);
    expect(lines(22)).toEqual([]);
  });

  it('prints warnings with the time of their step', () => {
    const record = recordOf(['load'], [...ran('load', 0, 400), { type: 'warning', time: 100, vertex: sha256('load'), message: 'Rule: text (line 3)' }]);
    expect(ttyProgress(record, { width: 50 }).split('\n')[2]).toBe(' => WARN: Rule: text (line 3)                0.4s');
  });

  it('repeats all that a failed step printed, and names what was cancelled', () => {
    const logs = Array.from({ length: 12 }, (_, i) => says('bad', i, `line ${i}\n`));
    const record = recordOf(['bad', 'other'], [...ran('bad', 0, 100, { error: 'exit code: 1' }), ...logs, ...ran('other', 0, 100, { error: 'context canceled' })]);
    const text = ttyProgress(record);
    expect(text).toContain(' => ERROR bad ');
    expect(text).toContain(' => CANCELED other ');
    expect(text).toContain('------\n > bad:\n0.000 line 0\n');
    expect(ttyLines(record).map(({ tone }) => tone)).toEqual([undefined, 'failed', 'canceled']);
  });

  it('counts a group once for itself and once for each member, as upstream does', () => {
    const group = { id: 'g', name: 'COPY --link', weak: false };
    const record = recordOf([['copy', { ...group, weak: true }], ['merge', group]], [...ran('copy', 0, 10), ...ran('merge', 10, 20)]);
    expect(tidy(ttyProgress(record))).toBe('[+] Building 0.0s (3/3) FINISHED\n => COPY --link                                                            0.0s\n');
  });
});

describe('the terminal while a build runs', () => {
  const record = recordOf(['slow', 'quick'], [...ran('slow', 0, 9000), ...ran('quick', 500, 1500), ...['one', 'two', 'three'].map((word, i) => says('slow', 1000 + i, `${word}\n`)), says('slow', 3000, 'later\n')]);

  it('shows what a running step printed last, without colour, and what ended with its colour', () => {
    const lines = ttyLines(record, { at: 2000, width: 50 });
    expect(lines.map(({ text, tone }) => [tidy(text), tone])).toEqual([
      ['[+] Building 2.0s (1/2)', undefined],
      [' => slow                                     2.0s', undefined],
      [' => => # one', 'output'],
      [' => => # two', 'output'],
      [' => => # three', 'output'],
      [' => quick                                    1.0s', 'done'],
    ]);
  });

  it('has no room for output on a low screen', () => {
    expect(ttyLines(record, { at: 2000, height: 10 }).some(({ tone }) => tone === 'output')).toBe(false);
  });

  it('keeps running steps on the screen when there are too many lines', () => {
    const names = Array.from({ length: 12 }, (_, i) => `step ${i}`);
    const many = recordOf(names, names.flatMap((name, i) => (i === 0 ? ran(name, 0, 9000) : ran(name, i, i + 1))));
    const shown = ttyLines(many, { at: 100, height: 7 }).slice(1).map(({ text }) => /step \d+/.exec(text)![0]);
    expect(shown).toEqual(['step 0', 'step 8', 'step 9', 'step 10', 'step 11']);
  });

  it('is never wider than the terminal, nor higher before the end', () => {
    const step = fc.tuple(fc.string({ maxLength: 60 }), fc.nat({ max: 900 }), fc.nat({ max: 900 }), fc.string({ maxLength: 200 }));
    fc.assert(
      fc.property(fc.uniqueArray(step, { selector: ([name]) => name, maxLength: 20 }), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 40 }), fc.nat({ max: 2000 }), (steps, width, height, at) => {
        const any = recordOf(steps.map(([name]) => name), steps.flatMap(([name, start, length, text]) => [...ran(name, start, start + length), says(name, start, text)]));
        const lines = ttyLines(any, { width, height, at });
        for (const { text } of lines) expect([...text].length).toBeLessThanOrEqual(Math.max(width, 12));
        if (at < any.duration) expect(lines.length).toBeLessThanOrEqual(Math.max(height, 1));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('the terminal of a running step', () => {
  it('wraps, scrolls, and follows carriage returns', () => {
    expect(terminalLines('abcdefg\n', 4, 6)).toEqual(['abcd', 'efg']);
    expect(terminalLines('1\n2\n3\n4\n', 10, 3)).toEqual(['2', '3', '4']);
    expect(terminalLines('10%\r100%', 10, 3)).toEqual(['100%']);
  });

  it('drops colours and titles', () => {
    expect(terminalLines('\u001b[31mred\u001b[0m \u001b]0;title\u0007on', 20, 3)).toEqual(['red on']);
  });
});
