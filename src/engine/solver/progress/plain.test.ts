import { describe, expect, it } from 'vitest';
import { sha256 } from '../../fs/sha256.ts';
import type { BuildRecord, StatusEvent, VertexRecord } from '../record.ts';
import { errorText, sourceExcerpt } from './error-text.ts';
import { plainProgress } from './plain.ts';
import { rawJsonProgress } from './rawjson.ts';
import { warningsText } from './warnings-text.ts';

const digest = (name: string) => sha256(name);

function recordOf(vertices: readonly Partial<VertexRecord>[], events: readonly StatusEvent[], rest: Partial<BuildRecord> = {}): BuildRecord {
  return {
    number: 1, predicted: false, ok: true, options: {}, dockerfile: { path: 'Dockerfile', text: '' }, stages: [], steps: [], diagnostics: [],
    images: [], startedAt: 0, duration: 0,
    vertices: vertices.map((vertex) => ({ digest: digest(vertex.name!), name: '', inputs: [], cached: false, ...vertex })),
    events,
    ...rest,
  };
}

type VertexEvent = Extract<StatusEvent, { readonly type: 'vertex' }>;
const ran = (name: string, started: number, completed: number, more: Partial<VertexEvent> = {}): StatusEvent[] => [
  { type: 'vertex', time: started, vertex: digest(name), started, cached: more.cached ?? false },
  { type: 'vertex', time: completed, vertex: digest(name), started, completed, ...more },
];

describe('the plain log', () => {
  it('numbers vertices in the order in which they end, and says how each ended', () => {
    const record = recordOf([{ name: 'slow' }, { name: 'quick' }, { name: 'old' }], [
      ...ran('slow', 0, 2500), ...ran('quick', 0, 100), ...ran('old', 50, 50, { cached: true }),
    ]);
    expect(plainProgress(record)).toBe('#1 old\n#1 CACHED\n\n#2 quick\n#2 DONE 0.1s\n\n#3 slow\n#3 DONE 2.5s\n');
  });

  it('prints bytes in decimal units and times above a hundredth of a second', () => {
    const status = (id: string, time: number, more: object) => ({ type: 'status' as const, time, vertex: digest('v'), id, started: 0, completed: time, ...more });
    const record = recordOf([{ name: 'v' }], [
      ...ran('v', 0, 4000),
      status('transferring context:', 5, { current: 999 }),
      status('sha256:ab', 4000, { current: 1_110_000, total: 1_110_000 }),
      status('merging', 20, {}),
    ]);
    expect(plainProgress(record)).toBe(
      '#1 v\n#1 transferring context: 999B done\n#1 sha256:ab 1.11MB / 1.11MB 4.0s done\n#1 merging 0.0s done\n#1 DONE 4.0s\n',
    );
  });

  it('prints output with the time since its step began, and repeats the last ten lines of a failed step', () => {
    const logs = Array.from({ length: 12 }, (_, i): StatusEvent => ({ type: 'log', time: 1000 + i, vertex: digest('v'), stream: 1, text: `line ${i}\n` }));
    const text = plainProgress(recordOf([{ name: 'v' }], [...ran('v', 1000, 1020, { error: 'it broke' }), ...logs]));
    expect(text).toContain('#1 0.000 line 0\n');
    expect(text).toContain('#1 ERROR: it broke\n------\n > v:\n0.002 line 2\n');
    expect(text).not.toContain('\n0.001 line 1\n');
  });

  it('puts pieces of a line together', () => {
    const log = (text: string): StatusEvent => ({ type: 'log', time: 0, vertex: digest('v'), stream: 1, text });
    const text = plainProgress(recordOf([{ name: 'v' }], [...ran('v', 0, 1), log('a'), log('b\nc'), log('\n')]));
    expect(text).toBe('#1 v\n#1 0.000 ab\n#1 0.000 c\n#1 DONE 0.0s\n');
  });

  it('shows a group as one vertex, CACHED only if all of it is, and not before a strong member starts', () => {
    const group = { id: 'g', name: 'COPY --link', weak: false };
    const vertices = [{ name: 'copy', group: { ...group, weak: true } }, { name: 'merge', group }];
    expect(plainProgress(recordOf(vertices, ran('copy', 0, 1)))).toBe('');
    const both = [...ran('copy', 0, 0, { cached: true }), ...ran('merge', 0, 0)];
    expect(plainProgress(recordOf(vertices, both))).toBe('#1 COPY --link\n#1 DONE 0.0s\n');
  });

  it('calls a step CANCELED that was stopped by the failure of another', () => {
    expect(plainProgress(recordOf([{ name: 'v' }], ran('v', 0, 1, { error: 'failed: context canceled' })))).toBe('#1 v\n#1 CANCELED\n');
  });

  it('leaves the result of a step open in a record cut short', () => {
    const [started] = ran('v', 0, 1);
    expect(plainProgress(recordOf([{ name: 'v' }], [started!]))).toBe('#1 v\n');
  });
});

describe('the excerpt of an error', () => {
  const text = 'FROM a\nRUN b\nRUN c\nRUN d\nRUN e\nRUN f\n';

  it('shows two lines on each side of one line', () => {
    expect(sourceExcerpt('Dockerfile', text, [{ first: 3, last: 3 }])).toBe(
      'Dockerfile:3\n--------------------\n   1 |     FROM a\n   2 |     RUN b\n   3 | >>> RUN c\n   4 |     RUN d\n   5 |     RUN e\n--------------------\n',
    );
  });

  it('shows one line on each side of several', () => {
    expect(sourceExcerpt('Dockerfile', text, [{ first: 2, last: 3 }])).toContain('   1 |     FROM a\n   2 | >>> RUN b\n   3 | >>> RUN c\n   4 |     RUN d\n-');
  });

  it('shows nothing for lines that are not there', () => {
    expect(sourceExcerpt('Dockerfile', text, [{ first: 0, last: 0 }])).toBe('');
    expect(sourceExcerpt('Dockerfile', text, [{ first: 99, last: 99 }])).toBe('');
  });

  it('stands before the words of the error', () => {
    const diagnostic = { code: 'build', severity: 'error' as const, message: 'no', range: { from: 0, to: 0 }, lines: [{ first: 1, last: 1 }] };
    const record = recordOf([], [], { dockerfile: { path: 'sub/Dockerfile', text: 'FROM a' }, error: { message: 'no', diagnostic } });
    expect(errorText(record)).toBe(
      'Dockerfile:1\n--------------------\n   1 | >>> FROM a\n--------------------\nERROR: failed to build: failed to solve: no\n',
    );
  });
});

describe('the summary of warnings', () => {
  const warning = (message: string): StatusEvent => ({ type: 'warning', time: 0, vertex: digest('v'), message });

  it('counts equal ones once', () => {
    expect(warningsText(recordOf([], [warning('A: b (line 1)'), warning('A: b (line 1)')]))).toBe(
      '\n 1 warning found (use docker --debug to expand):\n - A: b (line 1)\n',
    );
  });

  it('is empty where there are none', () => {
    expect(warningsText(recordOf([], []))).toBe('');
  });
});

describe('rawjson', () => {
  it('writes one message of the status stream a line, with times of the virtual clock', () => {
    const record = recordOf([{ name: 'v' }], [...ran('v', 0, 1500), { type: 'log', time: 1, vertex: digest('v'), stream: 2, text: 'hi\n' }]);
    const lines = rawJsonProgress(record).trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[1]).toEqual({ vertexes: [{ digest: digest('v'), name: 'v', started: '1970-01-01T00:00:00Z', completed: '1970-01-01T00:00:01.5Z' }] });
    expect(lines[2]).toEqual({ logs: [{ vertex: digest('v'), stream: 2, data: 'aGkK', timestamp: '1970-01-01T00:00:00.001Z' }] });
  });
});
