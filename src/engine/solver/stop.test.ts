import { describe, expect, it } from 'vitest';
import { file, put, emptyDir } from '../fs/index.ts';
import { resolveImage } from '../registry/index.ts';
import { build } from './build.ts';
import type { BuildRequest } from './build.ts';
import { emptyStore } from './cache-store.ts';
import { buildOutput } from './progress/output.ts';

const dockerfile = 'FROM alpine:3.20\nCOPY a /a\nRUN sleep 5\nCOPY b /b\n';
const context = Object.entries({ Dockerfile: dockerfile, a: 'a', b: 'b' }).reduce((root, [path, text]) => put(root, path, file(text)), emptyDir());
const request: BuildRequest = { number: 1, options: { tags: ['app'] }, context, dockerfilePath: 'Dockerfile', resolve: resolveImage, store: emptyStore, now: Date.UTC(2026, 8, 1) };
const whole = build(request).record;
const sleeping = whole.steps.find(({ keyword }) => keyword === 'RUN')!;
const states = ({ steps }: typeof whole) => steps.map(({ state }) => state);

describe('a build that Ctrl-C ends', () => {
  it('ends at that moment with the words of buildx', () => {
    const { record } = build({ ...request, stopAt: sleeping.started! + 2_000 });
    expect(record.ok).toBe(false);
    expect(record.duration).toBe(sleeping.started! + 2_000);
    expect(record.images).toEqual([]);
    const text = buildOutput(record).map((piece) => piece.text).join('');
    expect(text).toMatch(/RUN sleep 5\n#\d+ CANCELED\n/);
    expect(text.endsWith('ERROR: failed to build: failed to solve: Canceled: context canceled\n')).toBe(true);
    expect(Math.max(...record.events.map(({ time }) => time))).toBeLessThanOrEqual(record.duration);
  });

  it('keeps what had ended by then, and nothing of what ran', () => {
    const stopped = build({ ...request, stopAt: sleeping.started! + 2_000 });
    const again = build({ ...request, number: 2, store: stopped.store, now: request.now + 60_000 });
    expect(states(again.record)).toEqual(['cached', 'cached', 'rebuilt', 'rebuilt']);
    expect(again.record.ok).toBe(true);
  });

  it('says nothing of what came later, at whichever moment it ends', () => {
    for (let stopAt = 0; stopAt < whole.duration; stopAt += 37) {
      const { record } = build({ ...request, stopAt });
      const own = record.events.filter(({ time }) => time < stopAt);
      expect(own).toEqual(whole.events.slice(0, own.length));
      expect([record.ok, record.duration, record.images.length]).toEqual([false, stopAt, 0]);
    }
  });

  it('is a whole build where the key comes too late', () => {
    expect(JSON.stringify(build({ ...request, stopAt: whole.duration }).record)).toBe(JSON.stringify(whole));
  });
});
