import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDir, file, put } from '../../fs/index.ts';
import { resolveImage } from '../../registry/index.ts';
import { build } from '../build.ts';
import { emptyStore } from '../cache-store.ts';
import { plainProgress } from '../progress/plain.ts';
import { rawJsonProgress } from '../progress/rawjson.ts';
import { readRecorded } from './index.ts';

const dockerfile = 'FROM golang:1.22 AS build\nWORKDIR /src\nCOPY main.go .\nRUN sleep 3 && cp main.go /app\n\nFROM alpine\nCOPY --from=build /app /app\nRUN sleep 1\n';
const context = put(put(emptyDir(), 'Dockerfile', file(dockerfile)), 'main.go', file('package main\n'));
const cold = build({ number: 1, options: {}, context, dockerfilePath: 'Dockerfile', resolve: resolveImage, store: emptyStore, now: 1_700_000_000_000 });
const warm = build({ number: 2, options: {}, context: put(context, 'main.go', file('package main // 2\n')), dockerfilePath: 'Dockerfile', resolve: resolveImage, store: cold.store, now: 1_700_000_900_000 });

function read(text: string) {
  const found = readRecorded(text, 7);
  if (!found.ok) throw new Error(found.problem.id);
  return found.record;
}

describe.each([['a first build', cold.record], ['a rebuild', warm.record]])('%s that was printed as rawjson', (_, real) => {
  const record = read(rawJsonProgress(real));

  it('has its stages, steps, states and times again', () => {
    expect(record.stages.map(({ name, target }) => [name, target])).toEqual(real.stages.map(({ name, target }) => [name, target]));
    expect(record.steps.map(({ name, state }) => [name, state])).toEqual(real.steps.map(({ name, state }) => [name, state]));
    for (const step of record.steps) {
      const own = real.steps.find(({ name }) => name === step.name)!;
      if (own.state === 'rebuilt') expect(step.completed! - step.started!).toBeCloseTo(own.completed! - own.started!, 2);
    }
    expect(record.duration).toBeCloseTo(real.duration, 0);
    expect(record.number).toBe(7);
  });

  it('has the lines between its steps', () => {
    const copied = record.steps.find(({ text }) => text.startsWith('COPY --from'))!;
    expect(copied.reads).toEqual([{ kind: 'parent', step: expect.any(String) }, { kind: 'copy', step: expect.any(String), paths: ['/app'] }]);
    expect(record.steps.find(({ text }) => text.startsWith('COPY main'))!.reads).toContainEqual({ kind: 'context', paths: ['main.go'], mount: false });
  });

  it('prints the same plain log', () => {
    expect(plainProgress({ ...real, vertices: record.vertices, events: record.events, duration: real.duration })).toBe(plainProgress(real));
  });
});

describe('what was pasted', () => {
  it('may be the history of an image: steps with the time between them', () => {
    const lines = [
      { CreatedAt: '2026-03-01T10:00:20Z', CreatedBy: 'CMD ["sh"]', Size: '0B' },
      { CreatedAt: '2026-03-01T10:00:20Z', CreatedBy: 'RUN /bin/sh -c make # buildkit', Size: '12MB' },
      { CreatedAt: '2026-03-01T10:00:05Z', CreatedBy: '/bin/sh -c #(nop) ADD file:abc in / ', Size: '5MB' },
    ];
    const record = read(lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(record.steps.map(({ text, started, completed }) => [text, completed! - started!])).toEqual([['ADD file:abc in /', 0], ['RUN make', 15_000], ['CMD ["sh"]', 0]]);
  });

  const problem = (text: string) => {
    const found = readRecorded(text, 1);
    return found.ok ? undefined : found.problem.id;
  };

  it('is refused with what to paste instead', () => {
    expect(problem('#1 [internal] load build definition\n#1 DONE 0.0s\n')).toBe('actions.recorded-plain');
    expect(problem('{"Ref":"abc","Duration":12}')).toBe('actions.recorded-summary');
    expect(problem('hello')).toBe('actions.recorded-unknown');
    expect(problem('')).toBeDefined();
  });

  it('fails where the build failed', () => {
    const record = read('{"vertexes":[{"digest":"sha256:a","name":"[1/2] WORKDIR /a","started":"2026-01-01T00:00:00Z","completed":"2026-01-01T00:00:01.5Z"},{"digest":"sha256:b","name":"[2/2] RUN false","inputs":["sha256:a"],"started":"2026-01-01T00:00:01.5Z","completed":"2026-01-01T00:00:02Z","error":"exit code: 1"}]}');
    expect(record.ok).toBe(false);
    expect(record.steps.map(({ state }) => state)).toEqual(['rebuilt', 'failed']);
    expect(record.duration).toBe(2000);
  });

  it('is a record or a sentence, whatever it is', () => {
    const lines = rawJsonProgress(cold.record).split('\n');
    fc.assert(
      fc.property(fc.subarray(lines.slice(0, 60)), fc.string(), fc.jsonValue(), (some, noise, value) => {
        for (const text of [[...some, noise].join('\n'), JSON.stringify({ vertexes: [value], logs: [value], statuses: value, warnings: [value] })]) expect(typeof readRecorded(text, 1).ok).toBe('boolean');
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});
